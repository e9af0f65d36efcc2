// Fills the database of a desk that was set up and is not running: node fill-file.ts FILE TICKETS MAX_LENGTH
import { fillDesk } from './fill-desk.ts'

const [file = '', tickets = '1000', long = '50'] = process.argv.slice(2)
fillDesk(file, { tickets: Number(tickets), long: Number(long), short: 10 })
