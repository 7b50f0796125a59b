### The texts of the mails, in English: the reference language.

# The last line of every mail.
footer = Sent by { -brand }
