/*
 * Whole clauses, as `plain` in stop-request.ts leaves them: small letters, no accents, no apostrophes. Each language has what
 * may stand before (politeness, "I want"), what is asked, and what may stand after.
 */

interface Phrases {
  readonly before: readonly string[]
  readonly asked: readonly string[]
  readonly after: readonly string[]
}

const ENGLISH: Phrases = {
  before: [
    'please|pls|plz|just|ok|okay|hi|hey|hello|thanks|thank you|no|sorry|stop|now|again|and|so',
    '(can|could|will|would) (you|u)|(you|u) (need to|must|have to|should)|i (want|need|would like|d like) you( guys)? to|i (said|told you to|asked you to)',
    'wrong (number|person)|i (want|wish|would like|d like) to|i (do not|don t|dont|no longer) (want|wish)( you)? to',
  ],
  asked: [
    '(stop|quit|cease)( all)? (texting|messaging|sms ?ing|contacting|bothering|spamming|harassing|writing)( (to )?me| us)?',
    '(stop|quit) sending( me| us)?( any| all)?( of)?( these| those| your)?( more)? (texts?|text messages?|messages?|msgs?|sms|stuff)',
    '(stop|end|cancel)( all)?( of)?( these| the| your| my)? (texts|text messages|messages|msgs|sms)',
    'no more( of)?( these| your)? (texts?|texting|text messages?|messages?|messaging|msgs?|sms)',
    '(do not|don t|dont|never) (text|message|msg|sms|contact|write( to)?|bother) (me|us)|(do not|don t|dont) (text|contact)',
    '(do not|don t|dont) send (me|us)( any)?( more)? (texts?|text messages?|messages?|msgs?|sms)',
    '(do not|don t|dont|no longer) (want|wish|need)( to)?( (get|receive|have))?( any| these| your| any of (these|your))?( more)? (texts?|text messages?|messages?|msgs?|sms)',
    'i (do not|don t|dont|no longer) (want|wish|need)( to)?( (get|receive|have))?( any| these| your| any of (these|your))?( more)? (texts?|text messages?|messages?|msgs?|sms)',
    '(get|receive) no more (texts?|text messages?|messages?|msgs?|sms)',
    '(take|remove|delete|get) (me|us|my (phone |cell )?number|this number)( (from|off)( of)?( your| the| this)?( texting| text| sms| mailing| contact| call)? ?(list|lists|database|system|records)?)',
    '(remove|delete|lose|erase) my( phone| cell)? number|(remove|unsubscribe|unsub) (me|us|this number)|unsubscribe from( all)?( these| your)?( texts| messages)?',
    'opt (me |us )?out( of)?( all)?( these| your| the)?( texts| messages)?|leave (me|us) alone|be removed from( your| the| this)?( texting| text| sms)? list',
    'stop (all|it all|everything|please|pls|plz|now)|please stop|stop stop( stop)*',
  ],
  after: [
    'please|pls|plz|now|thanks|thank you|thx|again|ever|ever again|anymore|any more|any longer|immediately|at once|asap|today|already|forever|for good',
    '(from|by) (you|u|now on|this number|your company|you guys)|(to|at|on) (me|this number|my (phone|cell|number))|(about|regarding) [a-z0-9 ]{1,40}|(from|off|of) (your|the|this) list',
    'or (i|we) [a-z0-9 ]{1,60}|this is (the )?(wrong|not) [a-z0-9 ]{1,40}|i (am|m) not [a-z0-9 ]{1,40}|you have the wrong [a-z]{1,10}|wrong number',
  ],
}

const GERMAN: Phrases = {
  before: [
    'bitte|hallo|ok|danke|nein|ich (will|mochte|mag|wunsche)|ab sofort|sofort|jetzt|konnen sie|konnt ihr|kannst du',
  ],
  asked: [
    '(keine|keinerlei)( weiteren)? (nachrichten|nachricht|sms|texte|mitteilungen)( von (ihnen|euch|dir))?( mehr)?( (von (ihnen|euch|dir)|bekommen|erhalten|empfangen|haben|schicken|senden))*',
    '(schreiben sie|schreibt|schreib|texten sie|kontaktieren sie|kontaktiert|kontaktier) (mir|mich|uns)( bitte)? nicht( mehr)?',
    '(schicken sie|schickt|schick|senden sie|sendet)( mir| uns)?( bitte)? keine( weiteren)? (nachrichten|sms)( mehr)?',
    '(mir |mich )?(bitte )?nicht mehr (schreiben|kontaktieren|anschreiben|texten|belastigen)',
    '(horen sie|hort|hor) auf (mir (zu schreiben|nachrichten zu (schicken|senden)|sms zu (schicken|senden))|mich (anzuschreiben|zu belastigen|zu kontaktieren))',
    '(melden sie|meldet|meld) mich( bitte)? ab|(loschen sie|loscht|losch)( bitte)? meine (nummer|telefonnummer|handynummer)|abmelden|abbestellen|sms abbestellen',
    '(nehmen sie|nehmt|nimm) mich( bitte)? (aus|von) (der|dem|ihrer|ihrem|eurer|eurem) (liste|verteiler)|(lassen sie|lasst|lass) mich( bitte)? in ruhe|stopp? (alle|bitte|die sms|die nachrichten)',
  ],
  after: ['bitte|danke|mehr|sofort|jetzt|an (mich|diese nummer)|von (ihnen|euch)|falsche nummer'],
}

const FRENCH: Phrases = {
  before: [
    's il (vous|te) plait|svp|stp|merci( de)?|bonjour|non|ok|je (veux|voudrais|souhaite)|veuillez|pouvez vous|mauvais numero',
  ],
  asked: [
    '(arretez|arrete|cessez|cesse|arreter|cesser) (de )?(m |me |nous )?(ecrire|contacter|deranger|harceler|texter|envoyer( (des|vos|ces|tous ces))? (messages|sms|textos))( (des|vos|ces) (messages|sms|textos))?',
    'plus (de|d|aucun) (messages?|sms|textos?)|stop aux? (messages|sms|textos)|(arretez|arrete|stoppez) (les|vos|ces) (messages|sms|textos)|(ne )?plus recevoir (de|vos|ces|aucun|des) (messages?|sms|textos?)',
    '(ne )?(m |me |nous )(ecrivez|ecris|contactez|contacte|envoyez|envoie|derangez) plus( (de|vos|aucun|ces) (messages?|sms|textos?))?|(ne )?plus (m ecrire|me contacter|m envoyer de (messages|sms))',
    'je ne (veux|souhaite|desire) plus( (recevoir|de|vos|ces|aucun|des))* (messages?|sms|textos?|etre contactee?)|(desabonnez|desinscrivez|desabonner|desinscrire)( moi)?',
    '(retirez|enlevez|supprimez|effacez) (moi (de|des) (votre|vos|la|cette) (listes?|fichiers?)|mon numero)|(laissez|laisse) moi tranquille|me desabonner|me desinscrire',
  ],
  after: [
    's il (vous|te) plait|svp|stp|merci|maintenant|immediatement|de votre part|de vous|a ce numero|sur ce numero|(de|a) (votre|cette) liste',
  ],
}

const SPANISH: Phrases = {
  before: ['por favor|porfavor|porfa|hola|gracias|ya|basta|ok|quiero|quisiera|pueden|puede|numero equivocado'],
  asked: [
    'no mas( (mensajes|mensaje|sms|textos))?|basta de (mensajes|sms|textos)|ya no mas( (mensajes|sms))?|no (quiero|deseo)( ya)?( (recibir|mas|sus|estos|ningun))* (mensajes?|sms|textos)( mas)?',
    '(dejen|deje|deja|paren|pare|para) de (escribirme|contactarme|molestarme|textearme|(enviarme|mandarme|enviar|mandar)( (mas|sus|estos))?( (mensajes?|sms|textos))?)',
    'no me (escriban|escriba|escribas|contacten|contacte|contactes|molesten|moleste|textees?|texteen)( mas)?|no me (manden|mande|mandes|envien|envie|envies)( mas)?( (mensajes?|sms|textos))?( mas)?',
    '(denme|deme|dame|darme) de baja|(borren|borre|borra|eliminen|elimine|quiten|quite) mi numero|(quitenme|quiteme|saquenme|saqueme|borrenme|eliminenme) de (la|su|esta) lista|(dejenme|dejeme|dejame) en paz',
    'cancelar( (los|sus|estos))?( (mensajes|sms))?|desuscribir(me)?',
  ],
  after: [
    'por favor|porfavor|porfa|gracias|ya|ahora|mas|nunca mas|de ustedes|a este numero|(de|a) (la|su) lista|numero equivocado',
  ],
}

const DUTCH: Phrases = {
  before: [
    'graag|aub|alstublieft|alsjeblieft|hallo|hoi|nee|ok|bedankt|dank u|ik (wil|wens|wil graag)|kunt u|kun je|willen jullie|verkeerd nummer|gelieve',
  ],
  asked: [
    '(geen|nooit)( meer)? (berichten|berichtjes|bericht|sms|sms jes|smsjes|sms en)( (meer|van (u|jullie|je)|ontvangen|krijgen|sturen))*',
    '(stop|stoppen|hou op|houd op) met( het)?( mij)? (sms en|smsen|berichten|appen|(het )?sturen( van (berichten|sms))?|(berichten|sms) (te )?sturen|(mij|me) (te )?(berichten|sms en|smsen|appen|storen|lastig te vallen))',
    '(stuur|sms|app|schrijf|bericht|contacteer|bel) (me|mij|ons)( (geen (berichten|sms)))?( niet)? meer|(stuur|sturen) geen (berichten|sms)( meer)?|niet meer (sms en|smsen|appen|berichten|contacteren)',
    '(haal|verwijder|schrap) (me|mij|mijn nummer)( (van|uit) (de|jullie|uw|je|deze) (lijst|bestand))?|(meld|schrijf) (me|mij) (af|uit)|(mij |me )?(afmelden|uitschrijven)|neem geen contact( meer)?( (meer )?(op|met mij op))?|laat (me|mij) met rust',
  ],
  after: [
    'graag|aub|alstublieft|alsjeblieft|bedankt|dank u|nu|meteen|meer|op|van (u|jullie)|op dit nummer|verkeerd nummer',
  ],
}

const ITALIAN: Phrases = {
  before: ['per favore|perfavore|per piacere|ciao|salve|buongiorno|grazie|no|ok|vi prego|la prego|numero sbagliato'],
  asked: [
    '(basta|niente|nessun|stop)( (con (i|gli|questi)|piu|altri|ai|agli))* (messaggi|messaggio|sms)',
    '(smettetela|smettila|smetta|smettete|smetti|smettetela voi|la smetta) di (scrivermi|contattarmi|disturbarmi|messaggiarmi|(mandarmi|inviarmi|mandare|inviare)( (messaggi|sms|questi messaggi))?)',
    'non (scrivetemi|scrivermi|mi scrivete|mi scriva|contattatemi|contattarmi|mi contattate|mi contatti|disturbatemi|disturbarmi)( piu)?|non (mandatemi|mandarmi|inviatemi|inviarmi|mi mandate|mi inviate)( piu)?( (messaggi|sms))?( piu)?',
    'non (voglio|desidero)( piu)?( ricevere)?( (piu|i vostri|altri|questi))* (messaggi|sms)|(cancellatemi|toglietemi|rimuovetemi|levatemi)( (dalla|dalle|da questa) (vostra |vostre )?(lista|liste))?|(cancellate|rimuovete|eliminate) il mio numero|lasciatemi in pace|annulla|disiscrivimi|disiscrivetemi',
  ],
  after: [
    'per favore|perfavore|per piacere|grazie|subito|adesso|ora|piu|mai piu|da voi|a questo numero|dalla (vostra )?lista',
  ],
}

const PORTUGUESE: Phrases = {
  before: ['por favor|porfavor|pf|ola|oi|obrigad[oa]|nao|ok|chega|quero|queria|podem|pode|numero errado'],
  asked: [
    '(parem|pare|para|parar|deixem|deixe) de (me )?(escrever|contactar|contatar|incomodar|mandar|enviar|mandar me|enviar me)( me)?( (mais|essas|estas|tantas))?( (mensagens|mensagem|sms|textos))?',
    '(sem|chega de|nada de|nao) mais (mensagens|mensagem|sms)|chega de (mensagens|sms)|nao (quero|desejo)( mais)?( receber)?( (mais|as vossas|essas|estas|suas))* (mensagens|mensagem|sms)( mais)?',
    'nao me (escrevam|escreva|contactem|contacte|contatem|contate|incomodem|mandem|mande|enviem|envie)( mais)?( (mensagens|mensagem|sms))?|nao (mandem|mande|enviem|envie)( mais)? (mensagens|mensagem|sms)( mais)?|nao (entrem|entre) (mais )?em contat?cto?',
    '(tirem|tire|retirem|retire|removam|remova)( me| o meu numero| meu numero)|me (tirem|tire|retirem|retire|removam|remova)|(apaguem|apague|removam|remova|excluam|exclua)( o)? meu numero|(me )?descadastr(ar|em|e)( me)?|cancelar( (as|estas|essas))?( (mensagens|sms))?|(deixem me|me deixem|me deixe|deixe me) em paz|sair da lista',
  ],
  after: [
    'por favor|porfavor|pf|obrigad[oa]|agora|ja|mais|nunca mais|(da|dessa|desta|vossa|de sua) lista|da (vossa|sua) lista|para este numero|numero errado',
  ],
}

export const STOP_PHRASES: readonly RegExp[] = [ENGLISH, GERMAN, FRENCH, SPANISH, DUTCH, ITALIAN, PORTUGUESE].map(
  ({ before, asked, after }) =>
    new RegExp(`^(?:(?:${before.join('|')}) ){0,4}(?:${asked.join('|')})(?: (?:${after.join('|')})){0,4}$`, 'u'),
)
