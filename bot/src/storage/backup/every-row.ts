import type { Row, Table } from '../../ports/store.js';

/** All rows of a table, a page at a time, in no promised order. */
export async function* everyRow(table: Table): AsyncGenerator<Row> {
  let continuation: string | undefined;
  do {
    const page = await table.everything(continuation === undefined ? {} : { continuation });
    yield* page.rows;
    continuation = page.continuation;
  } while (continuation !== undefined);
}
