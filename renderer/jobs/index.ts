export { JobProgress } from './JobProgress.tsx'
export { useSavedFile } from './use-saved-file.ts'
