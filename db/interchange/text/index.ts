export { decodeBest, guessBytes } from './guess.ts'
export { samplesOfBytes } from './samples.ts'
