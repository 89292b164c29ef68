/** Numbers that come out the same in every run with the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Bytes that mean something to one format or another. */
const signs = Buffer.from(
  '\u001d\u001e\u001f\u001b\u0000\r\n <>&;"\'/=#$|^0123456789aZ\u00ff\u00c3\u00a1',
  'latin1',
)

/** One to six changes of the kinds that disks, transfers and programs make. */
export function mutated(bytes: Buffer, random: (below: number) => number): Buffer {
  let now = bytes
  for (let left = 1 + random(6); left > 0; left--) now = changedOnce(now, random)
  return now
}

function changedOnce(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length + 1)
  const length = 1 + random(random(4) === 0 ? 200 : 4)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const sign = signs.subarray(random(signs.length)).subarray(0, 1)
  switch (random(8)) {
    case 0:
    case 1:
      return Buffer.concat([before, Buffer.from([random(256)]), after.subarray(1)])
    case 2:
      return Buffer.concat([before, sign, after.subarray(1)])
    case 3:
      return Buffer.concat([before, sign, after])
    case 4:
      return Buffer.concat([before, after.subarray(length)])
    case 5:
      return Buffer.concat([before, Buffer.from(Array.from({ length }, () => random(256))), after])
    case 6:
      return Buffer.concat([before, bytes.subarray(random(bytes.length + 1)).subarray(0, length), after])
    default: {
      const flipped = Buffer.from(bytes)
      if (at < bytes.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8))
      return flipped
    }
  }
}
