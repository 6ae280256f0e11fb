/** The page that a deep link's `subPageId` means, e.g. `round/<id>`; null for what is not one of ours. */
export declare const pageOf: (subPageId: string) => string | null;
/** Goes where the link that opened the tab points to. */
export declare const openDeepLink: (subPageId: string) => void;
