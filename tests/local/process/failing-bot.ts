// A product that refuses its settings.
export const start = async (): Promise<never> => {
  throw new Error('TENANT_ID is missing');
};
