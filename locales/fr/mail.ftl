### Les textes des e-mails, en français.

footer = Envoyé par { -brand }
