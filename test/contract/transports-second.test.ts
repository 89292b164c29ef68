import { playThroughDoors } from './through-doors.ts'

playThroughDoors(1)
