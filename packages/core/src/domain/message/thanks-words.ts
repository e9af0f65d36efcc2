/**
 * What people write when they want nothing more, as said aloud: lower case, without accents and apostrophes. "Yes", "no" and
 * "done" are left out: they may answer a question.
 */
const HEARTS = {
  en: `thanks, thank you, thankyou, thank u, thx, thnx, thanx, tnx, ty, tysm, tyvm, ta, cheers, appreciated, appreciate it,
    i appreciate it, ok, okay, okey, oki, okie, okie dokie, k, kk, alright, all right, got it, gotcha, understood, noted,
    thanks for that, thank you for that, received, will do, sounds good, great, perfect, awesome, cool, nice, excellent, wonderful, brilliant, lovely, fantastic,
    super, amazing, good, all good, fine, no worries, no problem, np, roger`,
  de: `danke, dankeschon, danke schon, dank, vielen dank, besten dank, herzlichen dank, lieben dank, ich danke, alles klar,
    alles gut, gut, prima, perfekt, klasse, toll, top, passt, geht klar, verstanden, in ordnung, bestens, wunderbar, genial`,
  fr: `merci, mercis, je vous remercie, je te remercie, daccord, dac, parfait, cest parfait, tres bien, bien, bien recu, compris,
    entendu, note, cest note, cest bon, nickel, impeccable, ca marche, pas de souci, pas de soucis, pas de probleme, super`,
  es: `gracias, vale, perfecto, genial, de acuerdo, entendido, bien, muy bien, muy amable, listo, estupendo, excelente, bueno,
    esta bien, dale, recibido, te lo agradezco, se lo agradezco, agradecido, agradecida`,
  nl: `bedankt, dank je, dank u, dankje, dankjewel, dankuwel, dank je wel, dank u wel, oke, okee, okido, goed, is goed, helemaal goed,
    duidelijk, begrepen, in orde, fijn, mooi, geweldig, akkoord, komt goed, toppie`,
}

/** What may stand beside thanks and says nothing by itself. */
const FILLERS = {
  en: `so, very, really, much, so much, very much, a lot, lots, many, a million, again, you, u, all, both, guys, team, everyone,
    sir, madam, too, you too, then, and, oh, ah, hi, hey, hello, bye, thats, that is, its, have a nice day, have a good day,
    have a great day, have a nice evening, have a good evening, have a great evening, have a nice weekend, have a good weekend,
    have a great weekend, x, xx, xo`,
  de: `sehr, schon, vielmals, nochmal, nochmals, dir, euch, ihnen, sie, dann, und, tausend, lg, mfg, viele grusse, liebe grusse,
    schonen tag, schonen tag noch, schonen abend, schones wochenende, tschuss, ebenso, ach, hallo`,
  fr: `beaucoup, bcp, infiniment, encore, mille, grand, a vous, a toi, alors, et, tres, vraiment, bonne journee, bonne soiree,
    bon weekend, bon week end, cordialement, a bientot, au revoir, monsieur, madame, bonjour`,
  es: `muchas, muchisimas, mil, muy, a ti, a usted, a ustedes, y, de nuevo, de verdad, pues, saludos, un saludo, buen dia,
    buenas tardes, buenas noches, feliz dia, hasta luego, adios, igualmente, hola`,
  nl: `hartelijk, hartstikke, heel, erg, wel, alvast, nogmaals, nog, dan, en, hoor, u, je, jullie, u ook, jij ook, groet, groetjes,
    gr, mvg, fijne dag, fijne avond, fijn weekend, fijne dag nog, doei, hoi`,
}

/** What thanks may be for. */
const REASONS: Readonly<Record<string, string>> = {
  for: `your help, the help, helping, helping me, everything, all, your reply, the reply, your answer, the answer, your response,
    the quick reply, your quick reply, the quick response, your time, letting me know, the info, the information, the update,
    your support, getting back to me`,
  fur: `die hilfe, ihre hilfe, deine hilfe, eure hilfe, alles, die info, die infos, die antwort, ihre antwort, die schnelle antwort,
    die schnelle hilfe, die ruckmeldung, die auskunft, die muhe`,
  pour: `tout, votre aide, ton aide, laide, linfo, les infos, la reponse, votre reponse, votre retour, le retour, la precision`,
  por: `todo, su ayuda, tu ayuda, la ayuda, la informacion, la info, responder, su respuesta, la respuesta, avisar`,
  voor: `de hulp, je hulp, uw hulp, alles, de info, de informatie, je reactie, uw reactie, de reactie, de snelle reactie,
    het antwoord`,
}

export const heartPhrases: readonly string[] = Object.values(HEARTS).flatMap(phrases)
export const fillerPhrases: readonly string[] = [
  ...Object.values(FILLERS).flatMap(phrases),
  ...Object.entries(REASONS).flatMap(([preposition, list]) => phrases(list).map((what) => `${preposition} ${what}`)),
]

function phrases(list: string): string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '))
}
