/** Where an invited agent chooses a password; a page of the SPA. */
export function inviteUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/invite/${token}`
}
