export { useTargetWords } from './use-target-words.ts'
