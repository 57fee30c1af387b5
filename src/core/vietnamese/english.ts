/**
 * Words of other languages that would pass for Telex. They are never taken as evidence that somebody typed Telex, and
 * stay as they are even beside it.
 */
export const notTelex: ReadonlySet<string> = new Set(
  (
    'uwu owo is as us of if or how now low row bow cow vow no too see bee fee tee been seen keen deer beer peer been bees ' +
    'has was his her gas bus yes this thus ass mass pass less boss loss miss kiss toss car bar far for per sir her air hair chair ' +
    'char war tar tour hour our door poor boor moor mar max tax box fox fix mix six hix nix lux lax mux tux hex vex wax ax ex ' +
    'best test rest nest list mist last past cast lost cost most post host must dust bust cash hash wash rush hush ' +
    'chef beef reef roof hoof loaf def ref gulf taxi maxi sofa visa nasa casa hero zero oxi lisa luisa mira pisa ' +
    'cups caps tips taps maps laps tops cops hops pops hits bits sits kits cats hats bats rats nuts cuts lets gets pets ' +
    'sets lots dots pots ants cans fans vans mans pins tins wins buns guns runs suns sons tons moms gyms songs longs gangs ' +
    'says days ways pays bays lays rays toys boys ties dies lies pies mics docs bugs tags logs blogs apps ads ops ' +
    'corn born horn torn barn darn turn burn term harm arm ants mars paris los las des les mes tes ces nos vos dos ' +
    'pizza alex mas men ios chat shows show slow law raw paw saw jaw draw new few view news saws lose nose rose hose base case ' +
    'room rooms zoom boom loom noon doom bloom moon soon coon tool cool pool teen teens tree three free need sex gif her hers hes'
  ).split(' '),
);

/** Words whose presence says that a message is English, where no word is read as Telex on weak signs. */
export const englishGlue: ReadonlySet<string> = new Set(
  'the and you your my is are was were have has not this that with for what how please help of they she he'.split(' '),
);

/** Listed above, but beside certain Telex they are Vietnamese: "gif" is "gì", "car" is "cả". */
export const eitherWay: ReadonlySet<string> = new Set('gif las mas teen car'.split(' '));
