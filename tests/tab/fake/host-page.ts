/** A page that stands in for the Teams client: it frames the tab and speaks the protocol of teams-js. */
export const hostPage = (given: {
  readonly token: string;
  readonly theme: string;
  readonly locale: string;
  readonly page: string;
  readonly userId: string;
}): string => `<!doctype html>
<html lang="en"><head><title>Host</title><style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block}</style></head>
<body><iframe title="Tab" src="/tab/"></iframe><script>
const given = ${JSON.stringify(given).replaceAll('<', '\\u003c')};
window.notified = [];
const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {}, dialog: { url: {}, card: {}, update: {} }, app: {} } });
const answers = {
  initialize: () => ['content', 'web', runtime, '2.0.1'],
  getContext: () => [{ locale: given.locale, theme: given.theme, entityId: 'home', subEntityId: given.page, userObjectId: given.userId, hostClientType: 'web', frameContext: 'content' }],
  'authentication.getAuthToken': () => [true, given.token],
};
window.addEventListener('message', ({ data, source }) => {
  if (!data || !data.func) return;
  window.notified.push(data.func);
  const answer = answers[data.func];
  if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer() }, '*');
});
window.setTheme = (theme) => document.querySelector('iframe').contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*');
</script></body></html>`;
