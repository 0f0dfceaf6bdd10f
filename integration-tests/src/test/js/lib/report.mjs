// SPDX-License-Identifier: Apache-2.0
// Runs tests one after another and prints a JSON line for the plan and for each test.

const LIMIT = 60_000;
const tests = [];
const tolerated = [];

/** Adds a test. */
export function test(name, body) {
  tests.push({ name, body });
}

/**
 * Runs all tests that were added, `atOnce` at a time, begun in the order in which they were added; then `end`. The process
 * exits with 0 even when some failed, as the lines tell.
 */
export async function run(end = async () => {}, atOnce = 1) {
  print({ plan: tests.length });
  const waiting = [...tests];
  const work = async () => {
    while (waiting.length > 0) {
      await report(waiting.shift());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await end();
  process.exit(0);
}

async function report({ name, body }) {
  const started = Date.now();
  const clean = [];
  let error = null;
  try {
    await within(LIMIT, body((undo) => clean.push(undo)), name);
  } catch (failure) {
    error = failure?.stack ?? String(failure);
  }
  for (const undo of clean.reverse()) {
    try {
      await within(LIMIT, undo(), `the end of '${name}'`);
    } catch (failure) {
      error ??= failure?.stack ?? String(failure);
    }
  }
  print({ name, ok: error === null, error, millis: Date.now() - started });
}

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The promise's outcome, or a failure when it takes too long. */
export async function within(millis, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${millis} ms`)), millis);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the condition holds; it is asked again every 50 ms. */
export async function until(condition, what, millis = 30_000) {
  const deadline = Date.now() + millis;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`${what} did not come true in ${millis} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets rejections with this text escape, where the client under test does not take care of them. */
export function tolerate(pattern) {
  tolerated.push(pattern);
}

/** Fails the test when it is called: an escaped rejection belongs to no test, but must not be lost. */
process.on('unhandledRejection', (failure) => {
  if (tolerated.some((pattern) => pattern.test(failure?.message ?? String(failure)))) {
    return;
  }
  print({ name: 'no rejection escapes', ok: false, error: failure?.stack ?? String(failure), millis: 0 });
});
