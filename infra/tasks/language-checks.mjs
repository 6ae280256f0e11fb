// What must be true of a language file of the app package: languages/<tag>.json with texts by their places in the manifest.

/** Every language says these; the rest falls back to English (Teams' schema for localisation). */
const needed = ['name.short', 'name.full', 'description.short', 'description.full'];
/** How long Teams takes them, by the end of their place in the manifest. */
const longest = {
  'name.short': 30,
  'name.full': 100,
  'description.short': 80,
  'description.full': 4000,
  '].title': 32,
  '].description': 128,
  '].name': 128,
};
const schema = (version) => `https://developer.microsoft.com/en-us/json-schemas/teams/v${version}/MicrosoftTeams.Localization.schema.json`;

const textAt = (manifest, place) => {
  const steps = place.split(/\.|\[(\d+)\]/u).filter((step) => step !== undefined && step !== '');
  const found = steps.reduce((value, step) => (value === null || typeof value !== 'object' ? undefined : value[step]), manifest);
  return typeof found === 'string' ? found : undefined;
};

const parsed = (data) => {
  try {
    const value = JSON.parse(data.toString('utf8'));
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const textProblem = (name, place, text, manifest) => {
  if (textAt(manifest, place) === undefined) return `${name} says ${place}, which the manifest has not.`;
  if (typeof text !== 'string' || text.trim() === '') return `${name} has no text for ${place}.`;
  const most = Object.entries(longest).find(([end]) => place.endsWith(end))?.[1] ?? 128;
  return text.length <= most ? undefined : `${name} may have at most ${most} characters for ${place}, not ${text.length}.`;
};

const isTag = (tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};

const ofLanguage = ({ name, tag, data }, manifest) => {
  const texts = parsed(data);
  if (texts === undefined) return [`${name} is not a JSON object.`];
  const { $schema, ...own } = texts;
  const wanted = schema(manifest.manifestVersion);
  return [
    ...(isTag(tag) ? [] : [`${name} is not named by a language tag such as de or pt-BR.`]),
    ...(tag === manifest.localizationInfo?.defaultLanguageTag ? [`${name} is the language of the manifest itself.`] : []),
    ...($schema === wanted ? [] : [`${name} must name its schema: ${wanted}.`]),
    ...needed.filter((place) => !(place in own)).map((place) => `${name} lacks ${place}.`),
    ...Object.entries(own).flatMap(([place, text]) => textProblem(name, place, text, manifest) ?? []),
  ];
};

/** What is wrong with the language files of a package, each in a sentence. */
export const languageProblems = (languages, manifest) => languages.flatMap((language) => ofLanguage(language, manifest));
