// Asking an address over the network, as somebody does who has not signed in.

const patience = 15_000;

/** The answer to a request, or undefined where there was none within fifteen seconds. No redirect is followed. */
export const reach = async (url, { method = 'GET' } = {}) => {
  try {
    const answer = await fetch(url, { method, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch (fault) {
    return fault instanceof TypeError || fault?.name === 'TimeoutError' ? undefined : Promise.reject(fault);
  }
};
