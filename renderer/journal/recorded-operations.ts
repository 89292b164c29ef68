import { contracts } from '../../shared/contracts.ts'
