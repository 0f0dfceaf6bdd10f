// SPDX-License-Identifier: Apache-2.0
// Whether the platform knows the caller in hub methods, over one transport.

import assert from 'node:assert/strict';
import { credentials } from './lib/callers.mjs';
import { calls, outcome } from './lib/hub.mjs';
import { run, test, until } from './lib/report.mjs';
import { hubs } from './lib/suite.mjs';

const SEEN = { alice: 'alice true true', bob: 'bob true false', nobody: /^(nobody|UNAUTHENTICATED) false false$/ };

for (const name of ['alice', 'bob', 'nobody']) {
  test(`SecurityContext knows ${name}`, async (after) => {
    const hub = await hubs.open(after, '/platform', { options: credentials(name) });
    for (const method of ['securityContext', 'later']) {
      expectSeen(await hub.invoke(method), name);
    }
    const { items } = await outcome(hub.stream('stream'));
    assert.equal(items.length, 3);
    items.forEach((item) => expectSeen(item, name));
  });
}

function expectSeen(seen, name) {
  if (SEEN[name] instanceof RegExp) {
    assert.match(seen, SEEN[name]);
  } else {
    assert.equal(seen, SEEN[name]);
  }
}

test('an injected principal is the caller', async (after) => {
  const [alice, bob] = [await open(after, 'alice'), await open(after, 'bob')];
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([alice, bob, alice, bob].map((hub) => hub.invoke('injectedPrincipal')));
    assert.deepEqual(answers, ['alice', 'bob', 'alice', 'bob']);
  }
});

test('an enterprise bean sees and guards itself from the caller', async (after) => {
  assert.equal(await (await open(after, 'alice')).invoke('enterpriseBean'), 'moderated by alice');
  assert.equal(await (await open(after, 'bob')).invoke('enterpriseBean'), 'refused');
});

test('the callback of a new connection knows the caller', async (after) => {
  const hub = hubs.build(after, '/platform', { options: credentials('alice') });
  const told = calls(hub, 'connectedAs');
  await hub.start();
  await until(() => told.length === 1, 'the callback');
  assert.deepEqual(told, [['alice']]);
});

const open = (after, name) => hubs.open(after, '/platform', { options: credentials(name) });

await run();
