/** A queue from which the entry with the least key comes first: a binary heap in typed arrays. */
export type Queue = {
  size: number;
  keys: Float64Array;
  first: Int32Array;
  second: Int32Array;
};

export const createQueue = (): Queue => ({
  size: 0,
  keys: new Float64Array(1024),
  first: new Int32Array(1024),
  second: new Int32Array(1024),
});

const widen = (queue: Queue): void => {
  const room = queue.keys.length * 2;
  const { keys, first, second } = queue;
  queue.keys = new Float64Array(room);
  queue.first = new Int32Array(room);
  queue.second = new Int32Array(room);
  queue.keys.set(keys);
  queue.first.set(first);
  queue.second.set(second);
};

export const push = (queue: Queue, key: number, one: number, other: number): void => {
  if (queue.size === queue.keys.length) widen(queue);
  const { keys, first, second } = queue;
  let place = queue.size;
  queue.size += 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const known = keys[above] ?? 0;
    if (known <= key) break;
    keys[place] = known;
    first[place] = first[above] ?? 0;
    second[place] = second[above] ?? 0;
    place = above;
  }
  keys[place] = key;
  first[place] = one;
  second[place] = other;
};

/** Takes away the first entry; read `keys[0]`, `first[0]` and `second[0]` before. */
export const drop = (queue: Queue): void => {
  const { keys, first, second } = queue;
  queue.size -= 1;
  const size = queue.size;
  const key = keys[size] ?? 0;
  let place = 0;
  for (let child = 1; child < size; child = 2 * place + 1) {
    if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
    if ((keys[child] ?? 0) >= key) break;
    keys[place] = keys[child] ?? 0;
    first[place] = first[child] ?? 0;
    second[place] = second[child] ?? 0;
    place = child;
  }
  keys[place] = key;
  first[place] = first[size] ?? 0;
  second[place] = second[size] ?? 0;
};
