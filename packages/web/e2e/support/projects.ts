/** One process on an SQLite file: how most desks run. */
export const oneFile = 'one file'
/** Two processes on one PostgreSQL, behind a proxy that knows no sticky sessions. */
export const twoServers = 'two servers'
