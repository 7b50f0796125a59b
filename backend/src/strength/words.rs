//! Words that are tried first: seasons, months and days in the languages of the application, what passwords are called, greetings, and
//! words of hosting. In lower case and without accents; short ones would be found in anything.

/// The words, parted by white space.
pub(super) const COMMON: &str = "
    spring summer autumn winter printemps automne hiver primavera verano otono invierno verao outono inverno estate autunno
    wiosna jesien zima
    january february march april june july august september october november december
    janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    styczen luty marzec kwiecien czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
    password passwort passwd passphrase motdepasse contrasena palavrapasse senha haslo secret secreto segredo segreto sekret
    welcome bienvenue bienvenido benvenuto bemvindo witaj witamy hello bonjour hola ciao czesc
    changeme letmein login admin administrator administrateur administrador amministratore root user guest temporary provisoire
    qwerty qwertz azerty test default
    cloud hosting hoster server servidor serveur domain domaine dominio domena website service contact customer client account
    telecom internet webmail support company enterprise
";
