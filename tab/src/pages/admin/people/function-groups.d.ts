type Groups = readonly {
  readonly name: string;
  readonly departments: readonly string[];
}[];
/** The function that each department belongs to; a department in no group is a function of its own. */
export declare const functionByDepartment: (departments: readonly string[], groups: Groups) => Readonly<Record<string, string>>;
/** The groups that say the same; a department that is its own function needs none. */
export declare const groupsFrom: (functionOf: Readonly<Record<string, string>>) => {
  name: string;
  departments: string[];
}[];
