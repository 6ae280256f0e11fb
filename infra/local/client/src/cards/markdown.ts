import MarkdownIt from 'markdown-it';

/** What Teams knows in cards and chats: emphasis, lists, links. No HTML, no pictures, no headings. */
const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: false }).enable([
  'emphasis',
  'strikethrough',
  'list',
  'link',
  'newline',
  'escape',
  'entity',
]);

markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

export const htmlOf = (text: string): string => markdown.render(text);
