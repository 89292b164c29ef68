import { createContext } from 'react'

/** Where one reads about the page on screen; null where there is no handbook. */
export const HelpContext = createContext<string | null>(null)
