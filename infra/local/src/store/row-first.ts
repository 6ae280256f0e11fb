import type { LokiCollection } from './azurite.js';

const isPoint = (query: unknown): query is { readonly PartitionKey: unknown; readonly RowKey: unknown } =>
  typeof query === 'object' && query !== null && Object.keys(query).toSorted().join() === 'PartitionKey,RowKey';

/**
 * Looks a row up by its row key first. Loki uses the index of the first property alone and reads all that it finds for the
 * second; a round is one partition, so by partition first every read of a row would look at the whole round.
 */
export const lookUpRowFirst = (collection: LokiCollection): void => {
  const { findOne } = collection;
  collection.findOne = (query) =>
    findOne.call(collection, isPoint(query) ? { RowKey: query.RowKey, PartitionKey: query.PartitionKey } : query);
};
