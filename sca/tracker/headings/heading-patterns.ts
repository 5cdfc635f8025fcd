import { FILLER_WORDS, HEADING_WORDS } from "./heading-words.ts";
import type { Meaning } from "./meaning.ts";

/**
 * Which words make a heading mean what. A line is a meaning, then patterns: the words that must all stand in the heading
 * (`a|b`: either), in any order. Words of the heading that no pattern word uses count against the pattern, so that
 * "Auth Start Date" is a start and not a number. A trailing `?n` says how sure the words alone are: `?7` is 0.7, `?45` is 0.45.
 */
const TABLE = `
patient: patient name ; patient ; member ?7 ; member name ; student name ; student ; name ?6 ; last first name ; who ?7 ; patient initials ; patient full ; insured ?4 ; case name ?6 ; guarantor patient ?6
patientFirst: given ?55 ; patient given ; given ?8 ; given name ; first name ; first ; patient first ; student first ; preferred first ?3
patientLast: last name ; last ; patient last ; student last
patientMiddle: middle ; middle name|initials ; patient middle
patientSuffix: suffix ; name suffix ; patient suffix
dob: dob ; patient dob ; birth ; birth date
payer: payer ; payer name ; plan ?8 ; plan name ; payer plan ; payer company ; primary payer ; company ?5 ; payer now ; patient payer ; payer card ?5
memberId: certification number ?6 ; certification id ?6 ; certificate number|id ?8 ; payer policy number ; member policy ?7 ; id ?6 ; member id|number ; member ?4 ; member policy id|number ; patient id ?7 ; subscriber id|number ; subscriber ?5 ; policy id|number ; policy ?6 ; payer id|number ?9 ; card id|number ; card ?6 ; insured id|number ; plan id|number ?8 ; id number ?7 ; cardholder id ; card holder id ; subscriber policy id|number ; patient number ?7 ; contract id|number ?5 ; sponsor number|id ?7 ; medicaid id|number ?8
groupNumber: group ; group number|id ; policy group ; plan group ; payer group ; group policy ?7
levelOfCare: loc ; patient class ; class ?5 ; encounter type ?6 ; patient type ?6 ; patient status ?3 ; care ?7 ; program ?7 ; level ; setting ?5 ; service type ?5 ; care type ?7 ; care setting ?6 ; loc program ; program loc ; bed ?5 ; bed type ?6 ; asam level ; asam ; program type ?6 ; loc requested ; loc approved
trigger: reason ?7 ; basis ?6 ; reason oon|sca|gap|request|case|loa|network ; oon reason ; trigger ; sca basis|trigger ; oon gap reason ; basis gap|request|sca|oon|case ?8 ; exception gap reason ; gap type ?8 ; gap ?8 ; oon ?5 ; request reason ; clinical reason ?7 ; reason category ?7 ; sca reason code ; reason code ?7 ; need ?5 ; argument ?5 ; reason case
submitted: submitted ; sca|loa|gap|network request ?8 ; sca|loa submission date ; sent payer|plan ; submitted payer|plan ; request payer|plan date ; sent payer|plan date ; submitted date ; sent ; sent date ; request date ; request sent ; request ?5 ; initiated ?6 ; initiated date ?7 ; request submitted ; request submitted date ; out ?6 ; packet out|sent ; sca request date ; sca submitted ; sca sent ; loa request ; loa request date ; request received ?6 ; date in ?4 ; filed ?5 ; packet submitted|sent date ; sca submitted date ; sca request submitted date ; clinical sent ?6 ; request out ; faxed date ; applied ?6 ; applied date ?7 ; sca initiated date ?7 ; loa out|sent ?8
decided: decided ; approval ?6 ; loa|sca decided ; decided date ; answer ?7 ; reply ?5 ; answer date ; outcome date ; status date ?7 ; approval date ; denial date ; approval denial date ; back ; back date ; plan answer date ; payer decided date ; plan decided date ; request decided date ; decided received date ; ruled date ; ruled ; resolved date ; answer received ; loa back ?8 ; response date
outcome: outcome ; sca|loa approval ?7 ; pending ?4 ; request outcome ; final decided ?8 ; loa|sca decided ?8 ; status ; decided ?8 ; answer ?8 ; stand ; approval ?7 ; approval denial ; approval status ; sca status ; authorization status ; request status ; case status ; plan decided|answer|outcome ?9 ; payer decided|answer|outcome ?9 ; current status ; approval y n ; decided status ; sca outcome ; reply ?8 ; color ?4 ; final outcome ; stage ?8 ; loa status ?3 ; verdict ; state ?5
denialReason: denial text ; denial txt ; text denial ; note denial ; denial reason ; reason ?6 ; rationale ?5 ; denial ?7 ; reason denial ; denial code ?5 ; denial note ?8 ; not reason ?7 ; denial reason note ; reason not approval ; decided reason ?6 ; rationale adverse
rate: payment terms ?8 ; terms payment ?8 ; money ?7 ; rate ; dollars per ?8 ; rate dollars percent ; agreed rate ; approval rate ?8 ; sca rate ; rate amount ; price ; fee ?9 ; dollars ?8 ; agreed amount|price|fee|terms|dollars ; agreed ?6 ; amount ?6 ; perdiem ; perdiem rate ; perdiem amount|dollars ; rate per unit ; dollars per unit ; rate per day ; rate per session ; rate per visit ; rate per hour ; terms ?7 ; reimbursement ; reimbursement rate|amount ; payment rate ; payment amount ?6 ; sca price|fee|amount|dollars|terms ; contract rate ; case rate ; hour dollars ; dollars unit ; dollars hour visit ; dollars day ; dollars session ; agreed perdiem ; approval perdiem ; approval fee|price|amount|dollars ?8 ; final rate ; rate approval ; loa rate ; plan rate ?6 ; payer rate ?6 ; allow amount ?6 ; rate terms ; contract price|fee|amount ; medicare percent rate ; price unit ; fee unit ; fee per unit
rateAsked: request ?4 ; request rate|fee|price|amount|dollars|perdiem|terms ; proposed rate|fee|price|amount|dollars|perdiem|terms ; rate request ; opening ?5 ; our request ?5 ; initiated rate|fee|price|dollars|perdiem ?9 ; proposed ?6 ; target rate ; our rate ?7
rateOffered: offered ; offered rate|fee|price|amount|dollars|perdiem|terms ; payer offered ; plan offered ; counter ; initiated offered
ratePercent: percent ; rate percent ; percent rate ; fee percent ; percent medicare|charges ?8 ; multiple ?8 ; percent amount ?6
rateCents: cents ; fee cents ; rate cents ; price cents ; amount cents
rateModel: basis ; price unit ?8 ; unit basis ; basis unit ; percent dollars ?6 ; rate basis ; rate type ; fee basis ; price basis ; rate method ; method ?7 ; payment basis|method|type ; reimbursement method|type|basis ; model ; fee model|type ; rate model ; per ?8 ; rate unit ; agreed basis ; unit ?2 ; rate per ?8 ; price unit type ; pricing type|method|basis ; terms type|basis ?8
billedCharge: billed ?5 ; billed amount|rate|fee|dollars|price ; total billed ; our fee ?7 ; usual rate|fee ; standard rate|fee ?7 ; list price ?8 ; full fee|rate ?8
writtenConfirmation: letter ; loa status ; agreement status ; letter status ; contract status ; sca status ?3 ; loa ?7 ; loa signature ; sca signature ; agreement ; signature agreement ; written ; written confirmation ; confirmation ; paper ; sca letter ; loa file ; letter file ; signature ; agreement file ; agreement signature ; contract signature ; contract ?6 ; contract file ; loa received ; letter received ; written sca received ; sca received ; agreement received ; in written ; written agreement ; sca agreement ; confirmation letter ; loa letter ; signature loa|sca received ; sca file ; loa paper ; loa file ; letter file ; agreement file ; paper file ; contract executed ; sca written ; agreement copy ?7
contact: who ?5 ; person who ; plan who ; payer who ; contact ; payer contact ; plan contact ; payer rep ; plan rep ; rep ; reviewer ; cm ; um contact ; contact person ; contact info ; plan person ; payer person ; cm contact ; um ?6 ; rep contact ; adjuster ; negotiator ; call ?4 ; um reviewer ; plan reviewer ; payer cm ; plan cm ; um cm ; contact name phone ; name phone ?6 ; cm um ; rep info ; person ?6 ; phone email ?3 ; manager ?5 ; um rep ; plan um ; payer um ; ur contact
contactName: contact name ; rep name ; reviewer name ; cm name ; payer contact name ; plan contact name ; plan rep name ; manager name ?7 ; negotiator name
contactPhone: tel ; contact tel ; phone ?9 ; contact phone|number ; rep phone|number ; reviewer phone ; cm phone|number ; payer contact phone ; plan contact phone ; payer phone ; plan phone ; um phone ; contact number ; negotiator phone ; adjuster phone ; call ?4 ; phone number ?9 ; phone ext ; plan rep phone
contactEmail: email ?9 ; contact email ; rep email ; cm email ; reviewer email ; payer email ; plan email ; um email ; negotiator email ; payer contact email ; plan contact email ; plan rep email
costSharing: family|guarantor|parent|client pay ; patient level ?6 ; patient tier ; member share ; costshare ; member liability|share|pay|cost|costshare ; client pay ; patient costshare ; patient liability ; patient share ; patient pay ; patient cost ; copay ; benefit ?7 ; benefit tier ; tier ?7 ; liability ; patient copay ; share ?6 ; oop ?6 ; patient benefit ?8 ; costshare level ; pay ?4 ; benefit level ; network benefit ; patient amount ?4 ; patient portion
code: code ?9 ; cpt ; procedure code ; billed code ; service code ; cpt code ; revenue code ; code approval ; drug code ; procedure ?7 ; procedure cpt ; service ?6 ; cpt revenue ; billing code ; code service ; services agreed ?7 ; agreed service ?7 ; revenue ?6 ; code unit ?8 ; cpt pla ; pla ; first cpt ; cpt second ; approval service ?7 ; authorization service ?6
codeRequested: code request ?8 ; request service|cpt|procedure ?8 ; services requested ?8
modifier: modifier ; code modifier ; cpt modifier
description: description ; drug ; product ?4 ; service line ?8 ; service description ; procedure description ; drug name ; procedure name ; service name ; service type ?4 ; test ?6 ; regimen ; description code ; product name
authNumber: approval ?5 ; number ?38 ; authorization number|id ; authorization ?9 ; certification number|id ; certification ?7 ; precert number|id ?8 ; precert ?6 ; approval number|id ; authorization reference ?8 ; sca number|id ?4 ; authorization sca number ; loa number ?4 ; authorization record ?6 ; payer authorization number ; plan authorization number ; authorization loa number ; reference number ?2
authStart: authorization start|from|valid ; start ; start date ; from ; from date ; certification start|from ; valid from|start ; valid start date ; authorization start date ; good from|start ?8 ; sca start|from date ; sca start|from ; loa start|from ; approval start|from ; approval start|from date ; covered start|from ; agreement start|from ; window start|from ; term start ?7 ; service start ?6 ; contract start|from ; first approval|authorization|covered|certification dos|date|day|visit|session ; approval|authorization|covered dos start|from
authEnd: authorization end|to ; end ; end date ; to ?8 ; certification end|to ; valid to|end ; valid end date ; authorization end date ; good end ; sca end|to date ; sca end|to ; loa end|to ; approval end|to ; approval end date ; covered end|to ; agreement end|to ; window end|to ; service end ?6 ; contract end|to ; last approval|authorization|covered|certification dos|date|day|visit|session ; approval|authorization|covered dos end|to ; out date ?2
authSpan: authorization date ?7 ; approval date ?8 ; dates approval ?8 ; authorization window ; window ; authorization good ; good ?7 ; good from to ; valid ; sca date ?6 ; authorization from to ; from to ; from end ; start end ; certification date ?6 ; approval date window ; covered date ; service window|valid ; approval window ; date ?1 ; authorization valid ; loa window ; agreement window|valid ?8 ; covered window ; certification window ; good for ; valid from to ; valid date ; start end date ; dates approved ?4 ; good for authorization
unitsAuthorized: visit ok ; count unit|visit|session|day|hour|cycle|group ?8 ; number authorization ?6 ; unit authorization ; approval unit ; approval visit|session|day|hour|cycle ; authorization visit|session|day|hour|cycle ; unit ?7 ; visit ?7 ; session ?7 ; day ?6 ; hour ?6 ; cycle ?7 ; certification day|visit|unit|session ; unit ok ; visit number ?7 ; session number ?7 ; day number ?6 ; authorization quantity ; quantity ?6 ; approval quantity ; total unit|visit|session|day ?6 ; approval ?4 ; authorization number unit|visit|session|day|hour ; authorization ?4 ; agreed unit|visit|session|day ; given unit|visit|session|day|hour ?6 ; billed unit authorization ; count ?4 ; approval number ?3 ; approval count
unitsRequested: request unit|visit|session|day|hour|cycle|quantity ; proposed unit|visit|session|day ; request ?4 ; request number ?5 ; request count
unitsUsed: count given ?7 ; visit run ?7 ; unit run ; day run ; visit done ; used ; unit used ; visit|session|day|hour|cycle|quantity used ; authorization used ?5 ; used number ; used date ?3 ; billed unit ?7 ; billed visit|session|day ?7 ; billed unit used ; billed ?4 ; given unit|visit|session|day|hour ?6 ; given ?5 ; number used
unitsLeft: left ; unit left ; visit|session|day|hour left ; authorization left ?6 ; left unit
unitsUsedOfAuthorized: used authorization ; unit used authorization ; visit|session|day|hour used authorization ; used approval ; used total ; used of ; session|visit|day|unit approval used ; approval used
caseNumber: case number|id ; episode ?6 ; episode number|id ; case ?7 ; sca number|id ?8 ; record id|number ; file number|id ; request number|id ?8 ; tracking number|id ?6 ; loa number ?8 ; record ?6 ; row number ?6 ; row ?5 ; seq ; number ?6 ; sca ?5 ; line number ?5 ; line ?5 ; id ?45 ; log id|number ; work order number ; wo number ?8 ; wo ?7 ; sca case number ; case reference ?7 ; log number
parentCase: parent ?4 ; parent record|case|id ; parent id|number ; renewal of ; renewal ?6 ; parent sca|request ; parent case number|id ; linked case|record ; related case|record ; parent sca number|id ; extension of ; continuation of
lineKind: authorization type ?9 ; request type ?9 ; type ?7 ; review type ; review ?6 ; line type ; record type ; case type ?7 ; kind ?7 ; new extension ; extension ?6 ; authorization kind ; phase ?6 ; round ?6
networkStatus: network status ; network ?7 ; network oon ; par status ; oon status ; provider network status
appealOutcome: appeal outcome ; appeal decided ?7 ; appeal answer ; appeal status ; appeal ?6
appealDecided: appeal decided date ; appeal closed ; appeal answer date ; appeal outcome date ; appeal closed date ; appeal end ?7
appealFiled: appeal filed ; appeal submitted|sent|request ; appeal date ?7 ; appeal filed date ; appeal submitted|sent date
notes: note ; patient note ; history ; next step ?6 ; todo ; case note ; sca note ; still need ?6 ; note contact ?5 ; note self ; running note ; status note ?7 ; special instruction ?8 ; coordinator note ; last note ; note todo ; billing note ; bill note ; note history
request: request ?6 ; request how|when|what ?9
reference: reference ; reference number|id ; call reference|number|id ; call ref number ; payer reference ; plan reference ; portal number|reference|id ; tracking number|id ; their reference ; call reference number ; call log ?6 ; fax reference ; plan call reference ; ticket ; ticket number ; inquiry number ; case reference number ?5 ; intake reference|number ; confirmation number ; precert number info ?7 ; pbm number ; ref
recordNumber: mrn ; patient mrn ; chart number|id ; mrn number ; mrn dob ?3 ; claim number ; claim ; npi ; tin ; bin ; pcn ; ndc ; invoice number ; tag ; tracking ?4 ; encounter number ; visit number id
otherPerson: parent ?8 ; parent name ; parent phone ; card holder ; parent guarantor name ; provider ; updated by ; last updated by ; owner staff ; provider name ; provider network ?3 ; owner ; owner name ; guarantor ; guarantor name ; guarantor dob ?9 ; living donor ; subscriber name ; subscriber guarantor ; insured name ; responsible ; surgeon ; by ?7 ; staff ; initials ?4 ; entered by ; provider npi ; preferred ; preferred name ; patient email ; patient phone ; referral ?6 ; donor ; guarantor patient ; legal guarantor ; holder ; subscriber guarantor dob
otherDate: dos ; last updated ; last updated date ; timestamp ; time stamp ; first dos ; last dos ; admission ; admission date ; evaluation date ; evaluation ; followup ; followup date ; next followup ; due date ; deadline ; updated ; updated date ; claim date ; surgery date ; procedure date ; service date ; test date ; collected date ; collected ; review date ?8 ; next review date ; appeal deadline ; first dos billed ; discharge date ; signature date ?5 ; loa date ?6 ; letter date ?6 ; today ; date logged ; logged date ; next step date ; month ?6 ; year ?6 ; agreement date ?6 ; next contact date ; next call|contact date ; due ; week ; date entered ; entered date ; last date ?2 ; intake date
otherAmount: pay amount ?7 ; paid ; expected ; expected dollars ; total dollars ; copay amount ; balance due ; ar ; total amount ?7 ; invoice ; invoice amount ; deductible met ; collected amount ; pay to date ; savings ; total pay ; total expected
otherPlan: secondary payer ; secondary ; plan type ?8 ; product ?7 ; plan product ?7 ; old payer ; previous payer ; pbm ; secondary plan ; line of business ; funding ; plan funding ; previous plan ; secondary id ; plan state
testFlag: is test ; test ?5 ; test flag ; test record|case|patient|row ; demo ?7
duplicateOf: duplicate ; dup of ; duplicate of ; dup ; duplicate case|record
other: diagnosis ; modality ; attachment ; link ; file attachment ; diagnosis code ; age ; gender ; address ; site ; place ; day left alert ; language ; school ; grade ; alert ; age gender ; organ ; min week ; iep ; tag ; specialty ?6 ; frequency ; duration ; weight ; dose ; referral source ; fax ; fax number ; phone patient ; patient phone ; priority ; flag ; claim status ; billed claim ; documentation sent ?6 ; state ?4 ; zip ; city ; county ; color ; link
`;

export interface HeadingPattern {
  readonly meaning: Meaning;
  /** Every set must be met by a word of the heading. */
  readonly words: readonly (readonly string[])[];
  /** How sure the words alone are, 0 to 1. */
  readonly strength: number;
}

/** The patterns, and an index by word so that a heading meets only those that share a word with it. */
export const HEADING_PATTERNS: readonly HeadingPattern[] = TABLE.trim()
  .split("\n")
  .flatMap((line) => {
    const colon = line.indexOf(":");
    const meaning = line.slice(0, colon) as Meaning;
    return line
      .slice(colon + 1)
      .split(";")
      .map((text) => {
        const [words = "", tenths] = text.split("?");
        return {
          meaning,
          words: words
            .trim()
            .split(/\s+/)
            .filter((word) => !FILLER_WORDS.has(word))
            .map((word) => word.split("|").map((choice) => HEADING_WORDS.get(choice) ?? choice)),
          strength: tenths === undefined ? 1 : Number(`0.${tenths.trim()}`),
        };
      });
  });

/** Every word that some pattern uses. */
export const PATTERN_WORDS: ReadonlySet<string> = new Set(HEADING_PATTERNS.flatMap((pattern) => pattern.words.flat()));
