import type { ActionAnswer, TurnOutcome, ViewAnswer } from './answer.js';

/** An HTTP status and the JSON to send with it. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';
const errorType = 'application/vnd.microsoft.error';

/** The answer in the form Teams expects for the kind of invoke: an adaptive card response or a dialog response. */
export function invokeAnswerOf({ action, view, result }: TurnOutcome): InvokeAnswer {
  if (action !== undefined) return { status: 200, body: actionBody(action, result) };
  return view === undefined ? { status: 200 } : { status: 200, body: viewBody(view) };
}

function actionBody(answer: ActionAnswer, result: TurnOutcome['result']): unknown {
  if ('card' in answer) return { statusCode: 200, type: cardType, value: answer.card };
  if (result !== 'failed') return { statusCode: 200, type: messageType, value: answer.message };
  return { statusCode: 500, type: errorType, value: { code: 'Failed', message: answer.message } };
}

function viewBody(answer: ViewAnswer): unknown {
  if ('close' in answer) return {};
  if ('message' in answer) return { task: { type: 'message', value: answer.message } };
  const card = { contentType: cardType, content: answer.card };
  return { task: { type: 'continue', value: { title: answer.title, width: 'medium', height: 'medium', card } } };
}
