import { phraseTable } from "./phrase-table.ts";

/** Which reason a wording gives; the "Beside" kinds are weak on their own. */
export type TriggerSignal =
  | "continuity"
  | "continuityBeside"
  | "cost"
  | "costBeside"
  | "distance"
  | "distanceBeside"
  | "specialty"
  | "specialtyBeside"
  | "gap"
  | "gapBeside"
  | "other";

/** The ways people say why a patient is seen out of network. */
export const TRIGGER_WORDS = phraseTable<TriggerSignal>([
  [
    "continuity",
    "continuity|continuity of care|continuation|continuation of care|continuing care|coc|toc|transition of care|transition care|transition|transitional|transitioning|active tx|active treatment|active patient|active pt|active course|mid tx|mid-treatment|mid treatment|mid-tx|mid cycle|mid course|mid stay|mid-stay|mid rehab|mid trauma|mid therapy|mid chemo|mid episode|midstream|mid-course|in treatment|in tx|ongoing treatment|ongoing tx|ongoing care|treatment in progress|therapy in progress|care in progress|care under way|tx under way|under way when|underway|plan changed|plan change|plan chg|plan switch|plan switched|switched plans|switched plan|changed plans|changed plan|plan changing|changed insurance|insurance changed|ins changed|ins chg|ins change|insurance change|ins switch|insurance switched|changed ins|switched insurance|switched ins|new insurance|new ins|new insurer|new plan|new carrier|new employer|employer switched|employer changed|employer moved|employer change|job change|changed jobs|new job|mco changed|mco change|payer changed|payer change|payor change|carrier change|carrier changed|lost coverage|cobra ended|aged out|old plan|old insurance|provider left|provider left network|dr left network|left network|left the network|termed from network|termed contract|contract termed|went out of network|we went oon|provider termed|no longer par|lost in network status|existing patient|existing pt|existing client|established patient|established pt|established client|est patient|est pt|est. patient|est. pt|current patient|current client|current pt|already our patient|already our pt|already our client|already my client|already my patient|already our txp pt|already a patient|already in care|already here|already with us|with us already|been here since|been with us|has been with us|was here|been seeing|same therapist|same provider|same slp|same dr|same doctor|same surgeon|same clinician|same team|therapeutic relationship|established relationship|post-op with us|our post op|our postop|our surgery|our hardware|our implant|stage 1 was ours|was ours|started before plan|started before|began before|cycle began|begun before|embryos stored here|stored here|studied here|tested here|step down from our|step-down from our|stepping down from our|stepping down from|stepdown from our|re-eval same|continuing w/|continuing with|returning patient|returning pt|return pt|readmit|pregnant|third trimester|3rd trimester|prior tx with us|previously treated here|longstanding patient|long term patient|long-term pt|left kaiser|f/u of our|followed here|followed by us",
  ],
  [
    "continuityBeside",
    "existing|established|ongoing|already|continue|continuing|current|started|since|returning|step down|step-down|stepdown|follow up|post op",
  ],
  [
    "cost",
    "cheaper|cheaper than|less expensive|lower cost|lower-cost|lowest cost|cost savings|cost saving|saves cost|saves them|saves plan|saves the plan|save money|saves money|cost effective|cost-effective|cost alternative|cost offset|cost avoidance|avoid cost|avoids cost|avoids|avoid inpatient|avoid admission|avoid admit|avoid hospital|avoid hospitalization|avoid higher loc|avoid residential|avoid rtc|avoiding|avoidance|averts|diverts|diversion|prevents admission|prevent admission|prevents readmission|prevent hospitalization|prevents|instead of inpatient|instead of hospital|instead of residential|instead of rtc|instead of ip|instead of hopd|instead of admission|in lieu of inpatient|in lieu of hospital|in lieu of|alternative to inpatient|alternative to hospital|alternative to residential|alternative to rtc|alternative to higher|alternative to ip|inpatient alternative|higher cost|higher cost alternative|else inpatient|else = inpatient|otherwise inpatient|otherwise hospital|otherwise admit|would be admitted|site of care|site of service|soc policy|hospital stay|hosp stay|vs hopd|vs inpatient|vs ip|vs rtc|vs residential|vs hospital|vs ltach|less costly|costs less|expensive|savings|cost containment|cost-efficient",
  ],
  ["costBeside", "cost|costs|costly|saves|saving|$$$|$$"],
  [
    "distance",
    "distance|travel distance|travel time|drive time|too far|far away|rural|frontier|remote area|miles away|mileage|mile radius|long drive|hour drive|geographic|geography|geo access|geo-access|access standard|closest inn is|nearest inn is|nearest inn|closest inn|closest par|nearest par|nearest network|nearest contracted|closest contracted|closest in network|nearest in network|nearest clinic|nearest provider|closest provider|nearest program|closest program|out of area|outside service area|out of service area|no transport|no transportation|transportation barrier|travel burden|travel|this side of the county|across the state|other side of|out of state only|island|mi away|hrs away|hours away|drive",
  ],
  ["distanceBeside", "nearest|closest|miles|far|county|region|anywhere near|local|locally"],
  [
    "specialty",
    "specialty|speciality|specialist|subspecialist|subspecialty|sub-specialty|specialized|specialised|specializes|specialist req'd|expertise|expert|experienced in|specialty trained|fellowship trained|only program|only programme|only provider|only one|only place|only center|only ctr|only clinic|only surgeon|only hospital|only facility|only unit|only lab|only site|only peds|only burn unit|only endoscopic|only here|only we|only us|only doctor|only dr|only therapist|only bilingual|only spanish|sole source|sole provider|sole-source|center of excellence|coe|ldd|limited distribution|unique program|unique service|unique|rare dx|rare disease|rare disorder|rare|complex case|clinical trial|trial arm|modality|dbt|emdr|erp|fbt|arfid|pcit|cpt-trauma|pda|tms|ketamine|rtms|neurofeedback|feeding|trauma track|dual diagnosis|dual dx|dual-dx|ed-specific|ed specific|eating disorder|eating disorders|perinatal|lgbtq|gender affirming|transgender|bilingual|spanish speaking|asl|language|cultural program|faith based|pediatric subspecialty|not offered in network|nobody else does|no one else does|no other provider does|certified in|cert pt|credentialed in|trained in|nobody on their panel trained|assay|niche|tertiary|quaternary",
  ],
  ["specialtyBeside", "program|track|special|needs|procedure|technique|trained|certified|does this|method"],
  [
    "gap",
    "gap|gap exception|network gap|network gap exception|net gap|net def|network deficiency|network exception|network inadequacy|network adequacy|inadequate network|network inadequate|net inadequacy|network insufficiency|adequacy|access to care|access issue|lack of access|no access|no inn|no innet|no innet avail|no in network|no in-network|no in network provider|no network provider|no network|no par|no participating|no contracted|no contract provider|no provider|no providers|no providers available|no inn provider|none inn|none in network|none in-network|none available|none on panel|none contracted|0 inn|zero inn|0 par|nobody inn|nobody in network|nobody contracted|nobody par|no one in network|no one inn|no one par|no one contracted|not available in network|not avail in network|not in network|not inn|unavailable|not available inn|unable to find inn|unable to find provider|cannot find|can't find|cant find|no availability|no avail|no appts|no appointments|no openings|no capacity|no bed|no beds|no inn bed|no open bed|at capacity|inn at capacity|full|panel full|panel closed|panels closed|closed panel|beds full|not accepting|not accepting new|not taking new|not taking|no accepting|closed to new|wait list|waitlist|waitlisted|waiting list|wait time|wait times|long wait|wl|inn waitlist|inn wait|inn full|plan has none|inn has none|network has none|theirs has none|has none|kp has none|list came back empty|directory empty|ghost network|ghost directory|directory is wrong|nothing inn|nothing in network|lab closed|clinic closed|facility closed|cannot source|declined the|inn declined|inn refused|refused by inn|turned away by inn|no one accepts|none accept|none accepting|no facility|no program|no programs|no therapist|no surgeon|no specialist|mco has 0|insufficient network|few providers|provider shortage|shortage|in for out|in-for-out|oon exception|no accepting inn|geen contract",
  ],
  ["gapBeside", "inn|in network|par|exception|available|availability|capacity|network|wait|booked|directory"],
  [
    "other",
    "other|misc|employer request|employer requested|employer-requested|employer exception|employer group request|requested by employer|requested by the employer|physician preference|physician request|surgeon preference|patient preference|pt preference|preference|patient choice|pt choice|family preference|family request|family requested|parent request|parent requested|patient request|patient requested|pt request|pt requested|client request|client requested|member request|requested by member|physician preference|provider preference|credentialing|credentialing in process|credentialing pending|credentialing in progress|credentialed|contract pending|provider contract pending|contract in process|contracting in process|contract in progress|contract in negotiation|pending contract|pending credentialing|not yet par|enrolling with|enrollment pending|cannot afford|can't afford|financial hardship|hardship|payer request|payer requested|plan request|plan requested|court ordered|court order|legal|emergency|emergent|er admit|er admission|emergency admission|hr asked|employer request|favor|courtesy|confidentiality|employee of inn|conflict of interest|vip|privacy|dissatisfied|bad experience|safety concern",
  ],
]);
