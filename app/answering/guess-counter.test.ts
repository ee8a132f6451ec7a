import { describe, expect, it } from 'vitest';
import { FREE_GUESSES, GuessCounter, MOST_NETWORKS } from './guess-counter.ts';
import { networkOf } from './network.ts';

const SECOND = 1000;

describe('counting guesses', () => {
  it('lets fifty in a minute pass, from whichever address of a network, and no other network pays for it', () => {
    const counter = new GuessCounter();
    for (let i = 0; i < FREE_GUESSES; i += 1) expect(counter.isOver(`203.0.113.${i}`, 0)).toBe(false);
    expect(counter.isOver('203.0.113.250', 0)).toBe(true);
    expect(counter.isOver('203.0.114.1', 0)).toBe(false);
  });

  it('forgets them as time goes by, never all at once', () => {
    const counter = new GuessCounter();
    for (let i = 0; i <= FREE_GUESSES; i += 1) counter.isOver('203.0.113.1', 0);
    const passed = (from: number, to: number) => {
      let free = 0;
      for (let at = from; at < to; at += 100) if (!counter.isOver('203.0.113.1', at)) free += 1;
      return free;
    };
    // One that goes on guessing has as many free ones as run out, fewer than one in a second.
    expect(passed(SECOND, 61 * SECOND)).toBeLessThanOrEqual(FREE_GUESSES);
    // Three quiet minutes make up for any number of guesses.
    expect(counter.isOver('203.0.113.1', 241 * SECOND)).toBe(false);
  });

  it('does not mind a clock that goes back', () => {
    const counter = new GuessCounter();
    for (let i = 0; i < 2 * FREE_GUESSES; i += 1) counter.isOver('203.0.113.1', 60 * SECOND);
    expect(counter.isOver('203.0.113.1', 0)).toBe(true);
    expect(counter.isOver('203.0.113.1', 300 * SECOND)).toBe(false);
  });

  it('remembers a bounded number of networks, and the busy one among them', () => {
    const counter = new GuessCounter();
    for (let i = 0; i <= FREE_GUESSES; i += 1) counter.isOver('198.51.100.1', 0);
    for (let i = 0; i < 3 * MOST_NETWORKS; i += 1) {
      counter.isOver(`2001:db8:${(i >> 8).toString(16)}:${(i & 255).toString(16)}00::1`, 0);
      if (i % 1000 === 0) expect(counter.isOver('198.51.100.1', 0)).toBe(true);
    }
    expect(counter.size).toBe(MOST_NETWORKS);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2345::9', '2001:0db8:0001:23'],
    ['2001:DB8:1:23ff:ffff:ffff:ffff:ffff', '2001:0db8:0001:23'],
    ['[2001:db8:1:2345::9]:443', '2001:0db8:0001:23'],
    ['2001:db8::1', '2001:0db8:0000:00'],
    ['::1', '0000:0000:0000:00'],
    ['fe80::1%eth0', 'fe80:0000:0000:00'],
    ['64:ff9b::203.0.113.7', '0064:ff9b:0000:00'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['', 'unknown', '1::2::3', ':::', '1:2:3', '1:2:3:4:5:6:7:8:9', 'x'.repeat(5000)])(
    'of %j is its own text, cut short',
    (address) => {
      expect(networkOf(address)).toBe(address.slice(0, 64));
    },
  );
});
