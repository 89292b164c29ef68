/** A sound for each kind of answer: pitches in hertz, one after another; a harsh one for what needs a hand. */
const tones = {
  found: { pitches: [880], shape: 'sine' },
  misplaced: { pitches: [660, 440], shape: 'triangle' },
  other: { pitches: [520, 520], shape: 'triangle' },
  wrong: { pitches: [196, 196, 196], shape: 'square' },
  again: { pitches: [740, 880], shape: 'sine' },
  undone: { pitches: [440, 330], shape: 'sine' },
} as const satisfies Record<string, { pitches: readonly number[]; shape: OscillatorType }>
export type Sound = keyof typeof tones

const secondsEach = 0.09
const secondsBetween = 0.03
const loudness = 0.25

let context: AudioContext | null = null

/** Heard across a room of shelves; a PC without sound is no obstacle. */
export function play(sound: Sound): void {
  try {
    context ??= new AudioContext()
    // A page that has made no sound yet wakes with the first key.
    if (context.state === 'suspended') void context.resume()
    const { pitches, shape } = tones[sound]
    for (const [at, pitch] of pitches.entries()) ring(context, { pitch, shape, at })
  } catch {
    return
  }
}

function ring(
  audio: AudioContext,
  { pitch, shape, at }: { pitch: number; shape: OscillatorType; at: number },
): void {
  const start = audio.currentTime + at * (secondsEach + secondsBetween)
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.type = shape
  tone.frequency.value = pitch
  volume.gain.value = shape === 'square' ? loudness / 2 : loudness
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(start + secondsEach)
}
