import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../app/texts.ts'
import { type Edition, loadEdition } from './edition.ts'

/** The chapters as the language on screen has them; undefined while they are fetched. */
export function useHandbook(): Edition | undefined {
  const language = useLanguage()
  return useQuery({
    queryKey: ['handbook', language],
    queryFn: () => loadEdition(language),
    staleTime: Infinity,
  }).data
}
