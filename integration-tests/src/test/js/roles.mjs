// SPDX-License-Identifier: Apache-2.0
// Roles with the newest official client over one transport: who may connect, and who may call what.

import assert from 'node:assert/strict';
import { argument } from './lib/arguments.mjs';
import { credentials } from './lib/callers.mjs';
import { failure, outcome } from './lib/hub.mjs';
import { run, test } from './lib/report.mjs';
import { hubs, transport } from './lib/suite.mjs';

const REFUSED = (method) => `Failed to invoke '${method}' because user is unauthorized`;
const NUMBERS = [0, 1, 2];

/** Whether the container asks for a login before a hub is reached. */
const login = argument('login', '') === 'required';

/** What each caller gets: of connecting, and of each method; `null` is a refusal. */
const TABLE = {
  '/guarded': {
    nobody: 401,
    carol: 403,
    bob: { whoAmI: 'bob [user]', moderate: null, greet: 'welcome', never: null, numbers: null },
    alice: { whoAmI: 'alice [moderator, user]', moderate: 'moderated', greet: 'welcome', never: null, numbers: NUMBERS },
  },
  '/open': {
    nobody: login ? 401 : { whoAmI: 'nobody []', member: null, moderate: null, never: null, numbers: null },
    carol: { whoAmI: 'carol []', member: 'a member', moderate: null, never: null, numbers: null },
    bob: { whoAmI: 'bob [user]', member: 'a member', moderate: null, never: null, numbers: null },
    alice: { whoAmI: 'alice [moderator, user]', member: 'a member', moderate: 'moderated', never: null, numbers: NUMBERS },
  },
  '/denied': { nobody: 401, carol: 403, bob: 403, alice: 403 },
};

for (const [path, callers] of Object.entries(TABLE)) {
  for (const [name, expected] of Object.entries(callers)) {
    if (typeof expected === 'number') {
      test(`${path} refuses ${name} with ${expected}`, async (after) => {
        const hub = hubs.build(after, path, { options: credentials(name) });
        const told = await failure(hub.start());
        assert.match(told, new RegExp(`Status code '${expected}'`));
      });
    } else {
      test(`${path} serves ${name}`, async (after) => {
        const hub = await hubs.open(after, path, { options: credentials(name) });
        for (const [method, answer] of Object.entries(expected)) {
          await expectAnswer(hub, method, answer);
        }
        assert.equal(await hub.invoke('whoAmI'), expected.whoAmI, 'the connection has gone on');
      });
    }
  }
}

async function expectAnswer(hub, method, answer) {
  if (method === 'numbers') {
    const { items, error } = await outcome(hub.stream('numbers', 3));
    assert.deepEqual(items, answer ?? []);
    assert.equal(error, answer === null ? REFUSED('numbers') : undefined);
  } else if (answer === null) {
    assert.equal(await failure(hub.invoke(method)), REFUSED(method));
  } else {
    assert.equal(await hub.invoke(method), answer);
  }
}

test('the user is known by the name of the caller', async (after) => {
  const hub = await hubs.open(after, '/open', { options: credentials('bob') });
  assert.equal(await hub.invoke('user'), 'bob');
});

test('a refused call without an id is answered by nothing', async (after) => {
  const hub = await hubs.open(after, '/open', { options: credentials('bob') });
  await hub.send('moderate');
  assert.equal(await hub.invoke('whoAmI'), 'bob [user]');
});

test('what the client spells is what it reads', async (after) => {
  const hub = await hubs.open(after, '/open', { options: credentials('bob') });
  assert.equal(await failure(hub.invoke('MODERATE')), REFUSED('MODERATE'));
});

test('arguments are looked at before roles, as in the reference', async (after) => {
  const hub = await hubs.open(after, '/open', { options: credentials('bob') });
  assert.equal(
    await failure(hub.invoke('moderate', 'too', 'many')),
    "Failed to invoke 'moderate' due to an error on the server.",
  );
  assert.equal(await failure(hub.invoke('numbers', 3)), REFUSED('numbers'));
});

if (transport === 'WebSockets') {
  test('a WebSocket without negotiate is refused before the upgrade', async (after) => {
    const direct = { skipNegotiation: true };
    for (const [name, served] of [['nobody', false], ['carol', false], ['bob', true]]) {
      const hub = hubs.build(after, '/guarded', { options: { ...direct, ...credentials(name) } });
      if (served) {
        await hub.start();
        assert.equal(await hub.invoke('whoAmI'), 'bob [user]');
      } else {
        await failure(hub.start());
      }
    }
  });
}

await run();
