// What a simulation of discrete events needs: a clock, and things that serve one after another.

/** Runs work at its time, in ms; what is due at the same moment in the order in which it was asked for. */
export class Clock {
  now = 0;
  #heap = [];
  #asked = 0;

  at(time, work) {
    this.#push({ time, nth: this.#asked++, work });
  }

  after(pause, work) {
    this.at(this.now + pause, work);
  }

  run() {
    while (this.#heap.length > 0) {
      const { time, work } = this.#pop();
      this.now = time;
      work();
    }
    return this.now;
  }

  #push(event) {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(event, heap[above])) {
        break;
      }
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = event;
  }

  #pop() {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0) {
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below + 1 < heap.length && before(heap[below + 1], heap[below])) {
          below++;
        }
        if (below >= heap.length || !before(heap[below], last)) {
          break;
        }
        heap[at] = heap[below];
        at = below;
      }
      heap[at] = last;
    }
    return first;
  }
}

const before = (one, other) => one.time < other.time || (one.time === other.time && one.nth < other.nth);

/** So many at a time, the others wait in line; knows how busy it was. */
export class Servers {
  #waiting = new Line();
  #free;
  busy = 0;
  most = 0;

  constructor(clock, count) {
    Object.assign(this, { clock, count });
    this.#free = count;
  }

  /** Takes a place and keeps it until `leave` is called. */
  enter(work) {
    if (this.#free > 0) {
      this.#begin(work);
    } else {
      this.#waiting.add(work);
    }
  }

  #begin(work) {
    this.#free--;
    this.most = Math.max(this.most, this.count - this.#free);
    const began = this.clock.now;
    work(() => {
      this.busy += this.clock.now - began;
      this.#free++;
      const next = this.#waiting.next();
      if (next) {
        this.#begin(next);
      }
    });
  }

  /** Is served for so long. */
  serve(ms, then) {
    this.enter((leave) =>
      this.clock.after(ms, () => {
        leave();
        then();
      }));
  }

  /** From 0 to 1. */
  utilization(wall) {
    return wall > 0 ? this.busy / (wall * this.count) : 0;
  }
}

class Line {
  #items = [];
  #first = 0;

  add(item) {
    this.#items.push(item);
  }

  next() {
    if (this.#first === this.#items.length) {
      this.#items = [];
      this.#first = 0;
      return undefined;
    }
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    return item;
  }
}

/** So many in any window of this length: what Instantly allows a workspace, and Steward keeps to. */
export class Pace {
  #begun;
  #nth = 0;

  constructor(clock, { count, window }) {
    Object.assign(this, { clock, count, window });
    this.#begun = new Array(count).fill(-Infinity);
  }

  /** Runs the work as soon as it may begin, in the order in which it was asked for. */
  enter(work) {
    const slot = this.#nth++ % this.count;
    const time = Math.max(this.clock.now, this.#begun[slot] + this.window);
    this.#begun[slot] = time;
    this.clock.at(time, work);
  }
}
