### Names that are the same in every language. A text writes `{ -brand }`; the build puts the name in its place.

-brand = Countersign
