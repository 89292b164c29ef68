import type { ScanResult } from '../../shared/readers/contract.ts'

/** Pitches in hertz, one after another; a harsh one for what needs a hand. */
const tones = {
  reader: { pitches: [660, 880], shape: 'sine' },
  lent: { pitches: [880], shape: 'sine' },
  again: { pitches: [740, 740], shape: 'triangle' },
  returned: { pitches: [660, 520], shape: 'sine' },
  arrived: { pitches: [520, 660], shape: 'sine' },
  wrong: { pitches: [196, 196, 196], shape: 'square' },
  undone: { pitches: [440, 330], shape: 'sine' },
} as const satisfies Record<
  ScanResult['kind'] | 'wrong' | 'undone',
  { pitches: readonly number[]; shape: OscillatorType }
>
export type DeskSound = keyof typeof tones

const secondsEach = 0.09
const secondsBetween = 0.03

let context: AudioContext | null = null

/** Heard without looking; a PC without sound is no obstacle. */
export function playAtDesk(sound: DeskSound): void {
  try {
    context ??= new AudioContext()
    if (context.state === 'suspended') void context.resume()
    const { pitches, shape } = tones[sound]
    for (const [at, pitch] of pitches.entries()) {
      const start = context.currentTime + at * (secondsEach + secondsBetween)
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.type = shape
      tone.frequency.value = pitch
      volume.gain.value = shape === 'square' ? 0.12 : 0.25
      tone.connect(volume).connect(context.destination)
      tone.start(start)
      tone.stop(start + secondsEach)
    }
  } catch {
    return
  }
}
