const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, within an attribute too. */
export const htmlText = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
