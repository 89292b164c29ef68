export { useTermName, useTerms } from './use-terms.ts'
