/**
 * Real words that differ by one slip from a word of our vocabularies, and are never read as that word: "human" is not
 * Humana, "medical" is not Medica, "letter" is not "better".
 */
const LOOK_ALIKES: ReadonlySet<string> = new Set(
  (
    "human humans humane medical medicals medicate regency regent option opium anthems beaten reason season " +
    "better latter setter fetter litter bending sending spending mending lending tending vending wasting writing waiving " +
    "wafting dented defied delayed granter grafted grunted ranted carted closet closer filled polled rolled called culled " +
    "pushed puffed modeled modest partially martial impartial herbal verbose signal singed sighed assigned " +
    "reviewed reviews reviewer reviewing preview active actively inactive native except accept excerpt accent " +
    "united unities optical aetnas signs single stated status stayed states statue tufts " +
    "coping copying copper oscars scar horizontal carton carlin molars modal moral molten primer primary premier premiers " +
    "letters later latest lettuce ladder leader spacial facial special specialist distant distance instance " +
    "rural mural plural rule ruler ruling closest closed closing nearest dearest nearer wait wailing waiter " +
    "fewer fever sewer lower tower power slower cover covers covered covering cost coast most lost post host " +
    "admin admits admit audit edit edits exit exits party parts part parted past port ports sport " +
    "approve approves approval approvals appraised appraisal improved improve disapproved " +
    "denial denials denies menial dental mental rental central deniable certify certain curtain " +
    "only holy copy copay copays coins coin join point paint plain plans plane planet plants place palace " +
    "stand standing pulling filling billing willing milling killing selling telling calling falling " +
    "holding folding building sound round found bound mound wound ground around " +
    "needs seeds deeds heeds needed seeded heeded weeks weekly meeting seating heating " +
    "reversed reserved reserve reverse referred preferred deferred referral refereed received receiver deceived relieved " +
    "provider provide provided providers province providence residents president resident residence residency " +
    "continue continued continues contain contained content contents contest contract contracts contact contacts contacted " +
    "carrier carriers career barrier married marries carried harvest harbor priority priory minority majority " +
    "allied allies alliance reliance complete compete compose compost compass comprise " +
    "guarding guardians guarded pilgrims pioneer pension tension mention passion mission session sessions " +
    "independent independently communist commune communal communities unit units unite unity untidy " +
    "tired fired hired wired tried dried cried fried print prints sprint paid said laid raid maid " +
    "through though thought thorough brought bought fought sought taught caught daughter " +
    "bright right night light might fright brighter sharp shape share harp shark horizons mercy merely merry " +
    "security secured security fidelity magellans kaisers premise premises promise promised promises " +
    "devoted voted devote noted quoted rotated deviated dedicated sunshine sanford stanford oxford offord " +
    "parent parents patient patients patent patents potent present presents prevent percent recent decent " +
    "accented adverts alerts alter alternate always appeared appears appeased authoring averse avert bacon " +
    "baked banker banned banter beacons biased blue bluer brave braver braves bring cabled calmed canter " +
    "carryer casts celled champs chance chant charging chase chat cheater china chips choose chore cleaned " +
    "clever closets coarse coasts coats cold colts competed complected compliant contacting containing " +
    "contingent contrast contrasts courter coveted cowered credential currant curse curt deficient defies " +
    "defying demoted derided derision devotee diagnoses directer dive drain drift drifted dripped drove drown " +
    "easing elegance ember emblems endoscope endoscopes establish eternal excellent exemptions exertions " +
    "exiting expansive expect expediency export extensive fabled faced failing falcon fallow famed feeling " +
    "fellow felly field filmed filming fined fist flavor fond fund gain gander grated grating hard haunt head " +
    "heading healing heaping herd hoard honer impatient initialed injurer lasted latch likewise linger lodged " +
    "loser lounger lover loyal males massage media medial medic medics meridians mills mines moped negotiator " +
    "noses notching noting optimal oxfords pace packet pauper peace penned picket piper plaice plains plate " +
    "player plays polity ponds portly prayer precedence principals proceeding procession professed prominence " +
    "protesting provident pulped pulsed purse quantify quart radios reckon reclined recuse recused refined " +
    "refracted refuge refute refuted relaxed relent relined rely repent requited retraced revered reverted " +
    "rouge safely safes sages sales salves scored seeking seeming sewing shard shaves shooter shored shouter " +
    "sill simple singe skill slate smarted snored socialist socialized specially spill spit starred startled " +
    "starved steeping stitch stitched stopping storied stormed stowed strands stratus summit sunshiny " +
    "superiors supervise supervised tacking tales talking taming tasks tasted taxing teamed tented texted " +
    "tides tires tomes tradition trail trailed transferee transiting transitive tribal trick trough truck " +
    "truly tuft twine underlay undermined unites usable vernal voiced warts watts widow wording words world " +
    "worming applies applys apply"
  ).split(" "),
);

/** True for a word of its own that only looks like a slip. */
export function isLookAlike(word: string): boolean {
  return LOOK_ALIKES.has(word);
}
