export { PackageState } from './PackageState.tsx'
