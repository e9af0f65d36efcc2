import { describe, expect, it } from 'vitest'
import { looksLikeStopRequest } from './stop-request.ts'

const WANTED: Readonly<Record<string, readonly string[]>> = {
  English: [
    'please stop texting me',
    'Stop texting me!!!',
    'STOP TEXTING ME',
    'no more messages',
    'No more texts please.',
    'Please stop',
    'stop please',
    'stop all messages',
    'Can you stop texting me please',
    "Don't text me again",
    'Don’t contact me anymore',
    'do not text me',
    'Stop sending me messages',
    'quit texting me or I will report you',
    'Hi, please stop texting me.',
    'Wrong number, stop texting me',
    'I got it. No more messages please, thanks',
    'take me off your list',
    'remove me from your list please',
    'please remove my number',
    'unsubscribe me',
    'opt me out',
    'I want to opt out',
    "I don't want any more texts",
    "I don't want to receive these messages",
    'I no longer wish to receive your texts',
    'Leave me alone',
    'Stop texting me about the loan',
  ],
  German: [
    'Bitte keine Nachrichten mehr',
    'keine SMS mehr!',
    'Schreiben Sie mir nicht mehr',
    'Hört auf mir zu schreiben',
    'Hören Sie auf, mir SMS zu schicken.',
    'Bitte nicht mehr schreiben',
    'Ich möchte keine Nachrichten mehr bekommen',
    'Ich will keine SMS mehr von Ihnen',
    'Schicken Sie mir bitte keine Nachrichten mehr',
    'Bitte melden Sie mich ab',
    'Löschen Sie meine Nummer',
    'Nehmen Sie mich aus dem Verteiler',
    'Lasst mich in Ruhe',
  ],
  French: [
    "Arrêtez de m'envoyer des messages",
    'arrêtez de m’écrire svp',
    'Plus de messages, merci',
    "plus de SMS s'il vous plaît",
    "Ne m'écrivez plus",
    'Ne me contactez plus',
    'Je ne veux plus recevoir de messages',
    'Je ne souhaite plus recevoir vos SMS',
    'Désabonnez-moi',
    'Retirez-moi de votre liste',
    'Supprimez mon numéro',
    'Laissez-moi tranquille',
  ],
  Spanish: [
    'No más mensajes',
    'no mas',
    'Por favor dejen de enviarme mensajes',
    'Dejen de escribirme',
    'No me escriban más',
    'No me envíen más mensajes',
    'No quiero recibir más mensajes',
    'Denme de baja',
    'Borren mi número',
    'Déjenme en paz',
    'cancelar',
  ],
  Dutch: [
    'Geen berichten meer aub',
    'geen sms meer',
    "Stop met sms'en",
    'stop met berichten sturen',
    'Stuur me geen berichten meer',
    'Ik wil geen berichten meer ontvangen',
    'Haal me van de lijst',
    'Verwijder mijn nummer',
    'Meld me af',
    'Afmelden',
    'Laat me met rust',
  ],
  Italian: [
    'Basta messaggi',
    'Smettetela di scrivermi',
    'Non scrivetemi più',
    'Non mandatemi più messaggi per favore',
    'Non voglio più ricevere messaggi',
    'Niente più messaggi',
    'Toglietemi dalla lista',
    'Cancellate il mio numero',
    'Annulla',
  ],
  Portuguese: [
    'Parem de me enviar mensagens',
    'Pare de me mandar mensagem',
    'Não quero mais mensagens',
    'Não quero receber mais mensagens',
    'Chega de mensagens',
    'Não me mandem mais mensagens',
    'Não me contactem mais',
    'Tirem-me da lista',
    'Me tirem da lista por favor',
    'Apaguem o meu número',
    'Me deixem em paz',
  ],
}

const UNWANTED: Readonly<Record<string, readonly string[]>> = {
  English: [
    'We have to STOP this',
    'Why did you stop texting me?',
    'I got no more messages from you since Monday',
    'The bus stop is closed',
    'How do I stop the machine?',
    'Please stop the delivery',
    'Can you stop the payment?',
    'When does it stop?',
    'Please text me when it ships',
    "Don't text me before 9, I sleep late",
    'Remove the second item from my order',
    'Cancel my order',
    'Please cancel',
    'No more questions, thanks',
    'There are no more messages in my inbox, what happened?',
    'stop it from leaking',
    "I can't stop laughing",
    'Leave it at the door',
    '',
    '...',
  ],
  German: [
    'Wir müssen das stoppen',
    'Ich habe keine Nachrichten mehr von Ihnen bekommen',
    'Es kommen keine SMS mehr an',
    'Die Haltestelle wird nicht mehr bedient',
    'Meine Nummer hat sich geändert',
  ],
  French: [
    'Il faut arrêter ça',
    'Je ne reçois plus de messages de votre part',
    "Il n'y a plus de messages d'erreur",
    "L'arrêt de bus est fermé",
    'Annulez ma commande',
  ],
  Spanish: [
    'Tenemos que parar esto',
    'No me llegan más mensajes',
    'No recibí más mensajes de ustedes',
    'La parada del bus está cerrada',
    'Cancelar mi pedido 1234',
  ],
  Dutch: [
    'We moeten hiermee stoppen',
    'Ik krijg geen berichten meer',
    'De bushalte is dicht',
    'Is er geen bericht voor mij?',
  ],
  Italian: ['Dobbiamo fermare tutto questo', 'Non ricevo più messaggi', 'Annulla il mio ordine', 'La fermata è chiusa'],
  Portuguese: [
    'Precisamos parar com isso',
    'Não recebi mais mensagens',
    'Cancelar o meu pedido',
    'A paragem está fechada',
  ],
}

const cases = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([language, texts]) => texts.map((text) => [language, text] as const))

describe('a text that may want no more texts', () => {
  it.each(cases(WANTED))('%s: %j', (_, text) => expect(looksLikeStopRequest(text)).toBe(true))
})

describe('a text that is about something else', () => {
  it.each(cases(UNWANTED))('%s: %j', (_, text) => expect(looksLikeStopRequest(text)).toBe(false))

  it('is a long one, and one that lost a part on the way', () => {
    expect(looksLikeStopRequest(`Stop texting me. ${'My order has not come. '.repeat(20)}`)).toBe(false)
    expect(looksLikeStopRequest('\uFFFD no more messages')).toBe(false)
  })

  it('is found to be so at once, however it is made', () => {
    const started = process.hrtime.bigint()
    looksLikeStopRequest('please '.repeat(45))
    looksLikeStopRequest(`stop texting me ${'about a a a a a a '.repeat(15)}`)
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(200)
  })
})
