// SPDX-License-Identifier: Apache-2.0
// The example's pages in Chromium, over one transport: every button is clicked, and what arrives is read.

import './pages/count.mjs';
import './pages/chat.mjs';
import './pages/chatroom.mjs';
import './pages/streaming.mjs';
import { browser } from './lib/pages.mjs';
import { run } from './lib/report.mjs';

// the count, which takes longest, comes first
await run(() => browser.close(), 3);
