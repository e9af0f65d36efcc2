/** What the shop writes every day. */
export const cannedReplies: readonly { readonly shortcut: string; readonly title: string; readonly body: string }[] = [
  { shortcut: 'hours', title: 'Opening hours', body: "Hi {{name}}, we're open every day from 8 to 20." },
  {
    shortcut: 'ready',
    title: 'Ready to be picked up',
    body: 'Hi {{name}}, your bike is ready. Pick it up when it suits you; the ticket ID is {{ticket}}.',
  },
  {
    shortcut: 'service',
    title: 'Prices of a service',
    body: 'A full service is 89, for e-bikes and cargo bikes 129, parts not included: https://example.com/service',
  },
  { shortcut: 'thanks', title: 'Thanks', body: 'Thank you, {{name}}! Ride safe. {{agent}}' },
]
