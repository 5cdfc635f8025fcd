/**
 * Payers by the name that a case carries, each with the spellings, products and former names that mean it, separated by
 * " | ". Comparison ignores case, spaces and punctuation. Blue plans named by their state ("BCBS TX") are in
 * `blue-plans.ts`; product words ("PPO") need no entry of their own. General knowledge of the United States' market.
 */
export const PAYER_NAMES: Readonly<Record<string, string>> = {
  AHCCCS: "Arizona Medicaid | AZ Medicaid | AHCCS | AHCCCS Complete Care | Arizona Health Care Cost Containment System",
  Aetna:
    "AET | Aetna Inc | Aetna Life Insurance | Aetna Better Health | Aetna (CVS Health) | Aetna Behavioral Health | Aetna BH | Aetna PPO | Aetna Choice POS II | Aetna Open Access | Aetna Medicare | Meritain Health | Meritain | Aetna Meritain | Aetna Health | Aetna Hlth | Aetna Healthcare | Aetna US Healthcare | Aetna Student Health | Aetna International | Aetna NME | Aetna Signature Administrators | ASA Aetna | Coventry | Coventry Health Care | Innovation Health | CVS Aetna | Aetna Texas | Allina Health Aetna | Allina Aetna | Aetna Duly",
  Allegiance: "Allegiance Benefit Plan | Allegiance Benefit Plan Management | Allegiance TPA | Allegiance BPM",
  "Allied Benefit Systems": "Allied Benefit | Allied | Allied Benefits | ABS Allied",
  Ambetter:
    "Ambetter Health | Ambetter (Centene) | Ambetter of | Ambetter from Superior HealthPlan | Ambetter from Sunshine Health | Ambetter from Home State Health | Ambetter from Peach State | Ambetter Superior | Ambetter Sunshine | Ambetter from Coordinated Care | Ambetter Marketplace | Ambetter Peach State",
  AmeriHealth: "AmeriHealth New Jersey | AmeriHealth Administrators",
  "AmeriHealth Caritas":
    "Keystone First | Amerihealth Caritas PA | AmeriHealth Caritas DC | AmeriHealth Caritas Louisiana | AHC",
  Amerigroup: "Wellpoint | AmeriGroup WA | Amerigroup TX | Amerigroup Texas",
  Anthem:
    "Anthem Blue Cross Blue Shield | Anthem Blue Cross and Blue Shield | Anthem Blue Cross | Anthem BCBS | Anthem BC | Anthem BH | Blue Cross of California | Anthem (Elevance Health) | Elevance Health (Anthem) | Empire BCBS | Empire Blue Cross | Empire Blue Cross Blue Shield | Empire BC | Anthem Blue | Anthem Blue Shield | Elevance | Elevance Health | Anthem Inc | Anthem Healthkeepers | HealthKeepers | Anthem HealthKeepers Plus | Blue Cross CA | Blue Cross of CA | BC of CA | Blue Cross Calif | Blue Cross of Calif | Blue Cross California | Anthem CA | RightCHOICE | Unicare",
  "Arkansas Blue Cross and Blue Shield":
    "Arkansas Blue Cross | Arkansas BCBS | BCBS AR | Arkansas Blue Cross Blue Shield | Blue Cross Blue Shield of Arkansas | ABCBS | Health Advantage Arkansas",
  AvMed: "AvMed Health Plans",
  "Avera Health Plans": "Avera | Avera Health | Avera HP",
  "Banner Health":
    "Banner Aetna | Banner Health Network | Banner Univ Health Plans | Banner University Health Plan | Banner University Family Care | B-UFC | Banner",
  "Blue Cross Blue Shield":
    "BCBS | Blue Cross | Blue Cross and Blue Shield | Blue Cross Blue Shield Association | BCBSA | BlueCard | Blue Cross Blue Shield (plan not stated) | Blue Shield | Blue X | BXBS | BSBC | Blues | The Blues | BCBS PPO",
  "Blue Cross Blue Shield of Alabama": "",
  "Blue Cross Blue Shield of Arizona": "AZ Blue",
  "Blue Cross Blue Shield of Illinois": "",
  "Blue Cross Blue Shield of Kansas": "",
  "Blue Cross Blue Shield of Kansas City": "Blue KC",
  "Blue Cross Blue Shield of Louisiana": "Louisiana Blue",
  "Blue Cross Blue Shield of Massachusetts": "BCBS of Mass | BCBS Mass",
  "Blue Cross Blue Shield of Michigan": "BCBSM | Blue Care Network | BCN",
  "Blue Cross Blue Shield of Minnesota": "Blue Plus",
  "Blue Cross Blue Shield of Mississippi": "",
  "Blue Cross Blue Shield of Montana": "",
  "Blue Cross Blue Shield of Nebraska": "NebraskaBlue",
  "Blue Cross Blue Shield of New Mexico": "",
  "Blue Cross Blue Shield of North Carolina": "Blue NC",
  "Blue Cross Blue Shield of North Dakota": "",
  "Blue Cross Blue Shield of Oklahoma": "",
  "Blue Cross Blue Shield of Rhode Island": "",
  "Blue Cross Blue Shield of South Carolina": "",
  "Blue Cross Blue Shield of Tennessee": "BCBST",
  "Blue Cross Blue Shield of Texas": "",
  "Blue Cross Blue Shield of Vermont": "",
  "Blue Cross Blue Shield of Wyoming": "",
  "Blue Cross of Idaho":
    "BX ID | BX Idaho | Blue X Idaho | Blue X ID | BC of Idaho | BCI | BCID | Blue Cross ID | Blue Cross Idaho | BCI Idaho",
  "Blue Shield of California":
    "Blue Shield CA | Blue Shield of CA | Blue Shield of Calif | BS of CA | BSC | Blue Shield California | BSCA | BS California | BS of California | Blue Shield Cali | Blue Shield of Cali | Blue Shield of CA Promise | Blue Shield Promise | Promise Health Plan | Blue Shield of California Promise Health Plan",
  "Bright Health": "Bright HealthCare | Bright | Bright Health Plan | Bright HC",
  "Buckeye Health Plan": "Buckeye | Buckeye HP | Buckeye Community Health Plan | Buckeye Health",
  CDPHP: "Capital District Physicians Health Plan | Capital District Physicians",
  CHAMPVA: "",
  CalOptima: "CalOptima Health",
  "Capital Blue Cross": "Capital BC | Capital Blue | CapBlueCross | CBC PA | Capital BCBS",
  CareFirst:
    "CareFirst BlueCross BlueShield | CareFirst BCBS | CareFirst of Maryland | CareFirst MD | CareFirst DC | CFBCBS | CareFirst BlueChoice",
  CareSource: "CareSource Ohio",
  "Carelon Behavioral Health":
    "Carelon | Carelon BH | Carelon Health | Beacon | Beacon Health Options | Beacon Health Strategies | ValueOptions | Carelon (Beacon) | Carelon Behavioral Health (Beacon) | Beacon (now Carelon) | Carelon Behavioral | Beacon Health | Beacon BH | Beacon/ValueOptions | CHIPA | College Health IPA | Carelon MBC",
  Cigna:
    "CIG | CGN | Cigna Healthcare | Cigna Health | Cigna Behavioral Health | Cigna OAP | Evernorth | Evernorth Behavioral Health | Cigna / Evernorth | Great-West Cigna | Cigna HealthSpring | HealthSpring | Cigna PPO | Cigna BH | Cigna Behavioral | CBH Cigna | Cigna Open Access Plus | Cigna LocalPlus | Cigna SureFit | Cigna LifeSource | Cigna Global | Evernorth BH | Evernorth Behavioral | Evernorth Health | The Cigna Group | Cigna Healthcare of | GWH Cigna | Great West | Cigna Great West | Cigna + Oscar",
  "Clover Health": "Clover | Clover Health Plan | Clover Health Insurance",
  ComPsych: "ComPsych EAP",
  "Community Behavioral Health": "CBH | Community Behavioral Health Philadelphia",
  "Community Health Choice": "CHC Texas",
  "Community Health Plan of Washington":
    "CHPW | CHP of WA | CHP WA | Community Health Plan of WA | Community Health Plan WA",
  ConnectiCare: "Connecticare Inc",
  "Coordinated Care": "Coordinated Care WA | Coordinated Care of Washington | CCW Coordinated Care",
  "Dean Health Plan": "Dean Health | Dean HP | Dean",
  "Delta Dental": "Delta Dental of California",
  "Devoted Health": "Devoted | Devoted Health Plan",
  EmblemHealth: "Emblem | GHI | HIP | Emblem GHI | GHI Emblem | Emblem HIP | GHI CBP | HIP of New York",
  "Excellus BlueCross BlueShield":
    "Excellus | Excellus BCBS | Excellus BC | Excellus Blue Cross | Excellus Health Plan | Univera | Univera Healthcare",
  "Fallon Health": "Fallon | Fallon Community Health Plan | Fallon HP | Fallon Comm Health Plan | FCHP",
  "Federal Employee Program":
    "FEP | BCBS FEP | FEP Blue | Blue Cross Federal | FEP BCBS | FEP BC | Blue Cross FEP | Blue Cross Blue Shield FEP | FEP Blue Focus | BCBS Federal | BC FEP | BCBS Federal Employee Program | Fed BCBS | Federal BCBS | Federal Blue Cross",
  "Fidelis Care": "Fidelis | Fidelis Care NY | New York Fidelis",
  "First Health": "First Health Network | First Health PPO",
  "Florida Blue":
    "Blue Cross Blue Shield of Florida | BCBS FL | BCBS of FL | BCBS of Florida | FL Blue | Florida Blue (BCBSFL) | Blue Cross FL | Blue Cross Florida | Florida BCBS | BCBS Fla | Florida Blue Cross | BlueOptions | Truli | Florida Blue Cross Blue Shield",
  "Friday Health Plans": "Friday Health | Friday Health Plan",
  GEHA: "Government Employees Health Association | Govt Employees Health Assn",
  "Geisinger Health Plan": "Geisinger | GHP | Geisinger HP | Geisinger Health",
  Guardian: "Guardian Life",
  HAP: "Health Alliance Plan | HAP Michigan | HAP CareSource | Henry Ford HAP",
  HMSA: "Hawaii Medical Service Association | BCBS Hawaii | Blue Cross Blue Shield of Hawaii | Blue Cross Hawaii | BCBS of Hawaii | BCBS HI | HMSA Hawaii",
  "Harvard Pilgrim Health Care":
    "Harvard Pilgrim | HPHC | Harvard Pilgrim HC | HPHC Ins | Harvard Pilgrim Health | Point32Health Harvard Pilgrim | Harvard Pilgrim Health Plan | Pilgrim",
  "Health Alliance": "Health Alliance Medical Plans",
  "Health Net":
    "MHN | Managed Health Network | Health Net (MHN) | MHN Health Net | HN MHN | Health Net of California | Health Net CA",
  "Health New England": "HNE | Health New Eng",
  HealthPartners: "Health Partners MN",
  "HealthScope Benefits": "HealthScope",
  Healthfirst: "Health First NY | Health First New York",
  Highmark:
    "Highmark Blue Cross Blue Shield | Highmark Blue Shield | Highmark BCBS | Highmark BS | Highmark Health | Highmark Western New York | Highmark Delaware | Highmark West Virginia | Highmark BC | Highmark Blue Cross | Highmark WNY | Highmark NENY | Highmark Northeastern New York | Highmark PA | Highmark DE | Highmark WV | Highmark BCBS WV | Highmark BCBSD | Highmark Inc | Blue Cross Blue Shield of Western New York | BCBSWNY | BlueShield of Northeastern New York | Blue Shield of NENY | Mountain State Blue Cross",
  "Horizon Blue Cross Blue Shield of New Jersey":
    "Horizon | Horizon BCBSNJ | Horizon BCBS | Horizon NJ | Horizon NJ Health | Horizon Blue Cross Blue Shield | Blue Cross Blue Shield of New Jersey | BCBS NJ | HBCBSNJ | Horizon Blue | Horizon BC | Horizon Blue Cross | Horizon BCBS of NJ | Horizon NJ BCBS | Braven | Braven Health | NJ BCBS | Horizon Omnia | Horizon BH",
  Humana:
    "HUM | HUM adv | Humana Adv | Humana Inc | Humana PPO | Humana Gold Plus | Humana Medicare | Humana Healthy Horizons | Humana Behavioral Health | Humana BH | LifeSynch | Humana MCR | Humana Choice | CarePlus | Humana Medicaid | Humana Health Plan",
  "Independence Blue Cross":
    "Independence | Independence BC | IBX | IBC | Keystone Health Plan East | Personal Choice | Independence BCBS | IBX PA | Keystone HPE | Keystone East | KHPE | Independence Blue | Independence Administrators | Ind Blue Cross",
  "Inland Empire Health Plan": "IEHP | Inland Empire HP | Inland Empire",
  "Johns Hopkins Health Plans":
    "Johns Hopkins EHP | JHHC | Priority Partners | JHHP | Hopkins EHP | Johns Hopkins Healthcare | Johns Hopkins USFHP",
  "Kaiser Permanente":
    "Kaiser | KP | Kaiser Perm | Kaiser Foundation Health Plan | Kaiser Permanente CA | Kaiser SoCal | Kaiser NorCal | Kaiser NCAL | Kaiser SCAL | Kaiser Mid-Atlantic | Kaiser Colorado | KP HMO | KPIC | Kaiser HMO | Kaiser NW | KPNW | Kaiser Northwest | Kaiser Georgia | KFHP",
  "Kaiser Permanente Washington":
    "Group Health Cooperative | Kaiser WA | Kaiser Washington | KPWA | KP Washington | Kaiser Perm WA | Kaiser Permanente WA | KFHPWA | Kaiser of Washington | Kaiser Foundation Health Plan of Washington",
  "L.A. Care": "L.A. Care Health Plan",
  "Lucent Health": "Lucent",
  "Lyra Health": "Lyra | Lyra EAP",
  MHBP: "Mail Handlers | Mail Handlers Benefit Plan",
  "MVP Health Care": "MVP | MVP Health | MVP Health Plan",
  Magellan:
    "Magellan Health | Magellan Healthcare | Magellan Behavioral Health | Magellan BH | Magellan Behavioral | Magellan Hlth | Magellan Complete Care | Magellan MBH",
  "Managed Health Services": "MHS Indiana | MHS of Indiana",
  "Mass General Brigham Health Plan":
    "MGB Health Plan | MGBHP | AllWays Health Partners | AllWays | Neighborhood Health Plan | Mass General Brigham HP | MGB | Mass Gen Brigham Health Plan | AllWays HP | Partners Health Plan",
  MassHealth: "Mass Medicaid | MBHP | Massachusetts Behavioral Health Partnership",
  "McLaren Health Plan": "McLaren | McLaren HP | McLaren Health",
  "Medi-Cal": "California Medicaid",
  Medica: "Medica Health | Medica Health Plans | Medica MN | Medica Choice",
  Medicaid:
    "State Medicaid | Medicaid FFS | MCD | Mcaid | Caid | FFS Medicaid | Straight Medicaid | Traditional Medicaid",
  "Medical Mutual of Ohio":
    "Medical Mutual | MMO | Med Mutual | Med Mut | Medical Mutual OH | Med Mutual of Ohio | Medical Mut | MMOH",
  Medicare:
    "Original Medicare | CMS Medicare | Traditional Medicare | MCR | Medicare FFS | Medicare Part B | Medicare B | Straight Medicare | Medicare A/B",
  "Mercy Care": "Mercy Care AZ | Mercy Care Plan | Mercy Care Arizona",
  "Meridian Health Plan": "Meridian | Meridian HP | Meridian Health | Meridian Health Plan of Michigan",
  MetLife: "Metropolitan Life",
  "MetroPlus Health": "MetroPlus | MetroPlus Health Plan",
  "Moda Health": "Moda | ODS | Moda Hlth | Moda Health Plan | ODS Health | EOCCO Moda | Moda OHP",
  "Molina Healthcare":
    "Molina | Molina HC | Molina Medicaid | Molina Hlthcare | Molina Health | Molina Marketplace | Molina Complete Care",
  MultiPlan: "PHCS | Private Healthcare Systems | Claritev | PHCS MultiPlan | MultiPlan PHCS",
  NALC: "NALC Health Benefit Plan | Natl Assn of Letter Carriers | National Association of Letter Carriers",
  "Network Health": "Network Health Plan",
  "New Directions Behavioral Health": "New Directions | Lucet | New Directions BH | NDBH | Lucet Health",
  "Nippon Life Benefits": "Nippon | Nippon Life",
  "Oscar Health": "Oscar | Oscar Insurance | Oscar Health Plan | Oscar Health Insurance | Oscar Ins | Oscar EPO",
  PacificSource: "PacificSource Health Plans | Pac Source | Pacific Source Health",
  Paramount: "Paramount Health Care | Paramount Health | Paramount Advantage | Paramount OH",
  "Peach State Health Plan": "Peach State | Peach State HP",
  PreferredOne: "",
  "Premera Blue Cross":
    "Premera | Premera BC | Premera Blue Cross Blue Shield of Alaska | LifeWise | Premera BCBS | Premera BCBS of AK | Premera BCBS AK | Premera Alaska | Blue Cross WA | Blue Cross of Washington | Blue Cross Washington | Blue Cross Blue Shield of Alaska | Premera LifeWise | LifeWise of Washington | LifeWise WA | Premera WA | Premera Blue Cross of Alaska | LifeWise Health Plan of Washington",
  "Presbyterian Health Plan":
    "Presbyterian | Presbyterian HP | Presbyterian NM | PRES | Pres Health Plan | Presbyterian Health | Presbyterian Centennial",
  Principal: "Principal Life | Principal Financial",
  "Priority Health": "Priority Hlth | Priority",
  "Providence Health Plan":
    "Providence | PHP Providence | Providence HP | Providence Health Plans | Prov Health Plan | Providence Health | PHP Oregon",
  Quartz: "Quartz Health | Quartz Health Solutions",
  "Quest Behavioral Health": "Quest BH",
  Regence:
    "Regence BlueCross BlueShield | Regence BlueShield | Regence BCBS | Regence BS | Regence BlueShield of Idaho | Regence BC | Regence BlueCross | Regence BCBSO | Regence Oregon | Regence BCBS of Oregon | Regence BCBS of Utah | Regence BCBSU | Regence Utah | Regence BlueShield of WA | Regence Washington | Regence WA | Regence Idaho | Asuris | Asuris Northwest Health | Blue Shield WA | Blue Shield of Washington | Blue Shield of Idaho | BridgeSpan",
  "SCAN Health Plan": "SCAN | SCAN HP",
  "Sanford Health Plan": "Sanford | Sanford HP | Sanford Health",
  "Scott and White Health Plan":
    "Baylor Scott & White Health Plan | BSWHP | Scott & White | Scott and White | Scott White Health Plan | Scott & White HP | BSW Health Plan | Baylor Scott and White Health Plan | Baylor Scott & White",
  "Security Health Plan": "Security HP",
  SelectHealth: "Intermountain SelectHealth | Select Hlth",
  "Sentara Health Plans": "Optima Health | Sentara | Optima | Sentara HP | Sentara Optima | Optima HP | Sentara Health",
  "Sharp Health Plan": "Sharp | Sharp HP",
  "Simply Healthcare": "Simply | Simply Health | Simply Healthcare Plans",
  "Spring Health": "",
  SummaCare: "Summa",
  "Sunshine Health": "Sunshine State Health Plan | Sunshine | Sunshine State | Sunshine Health Plan",
  "Superior HealthPlan": "Superior | Superior HP | Superior Health | Superior TX",
  TRICARE:
    "TRICARE East | TRICARE West | TRICARE Prime | TRICARE Select | TRICARE For Life | Humana Military | Health Net Federal Services | HNFS | TriWest | TriWest Healthcare Alliance | Tricare E | Tricare W | TriCare North | Tricare South | Tricare Reserve Select | TRS Tricare | HMHS | Humana Mil | Humana Military Tricare | Humana Military Healthcare Services | HGB Tricare | Tricare Young Adult | USFHP | US Family Health Plan | CHAMPUS | TFL | Tricare Standard | Tricare Humana | Tricare HNFS | TriWest HA | Health Net Federal | Tricare Overseas",
  "Triple-S Salud": "Triple-S | Triple-S Puerto Rico",
  Trustmark: "Trustmark Health Benefits | CoreSource",
  "Tufts Health Plan":
    "Tufts | Tufts Health | Tufts HP | THP | Tufts Health Public Plans | Tufts Associated Health Plan | Tufts Health Direct",
  UCare: "UCare MN",
  "UPMC Health Plan": "UPMC | UPMC HP | UPMC for You | UPMC Health",
  UnitedHealthcare:
    "UHC | United HC | UHC Choice Plus | UHC Community Plan | UnitedHealthcare Community Plan | United | Optum | Optum Behavioral Health | Optum BH | Optum Behavioral | Optum Health | United Behavioral Health | UBH | Optum / United Behavioral Health | UHC/Optum | UnitedHealthcare (Optum) | Optum (UnitedHealthcare) | UMR | Oxford | Oxford Health Plans | Golden Rule | Surest | AARP Medicare (UHC) | Optum/UHC | OHBS | OBH | Optum Transplant Network | Optum Transplant | Optum UBH | UBH Optum | UHCCP | United Optum | UHG | UnitedHealth Group | UnitedHealth | UMR UHC | UHC UMR | UHC West | PacifiCare | UHC Oxford | Oxford UHC | UHSS | UnitedHealthcare Shared Services | UHC Shared Services | UHC Student Resources | UHCSR | UnitedHealthcare Student Resources | All Savers | UHC All Savers | UHC Level Funded | Bind | Rally Optum | US Behavioral Health Plan | U.S. Behavioral Health Plan California | USBHPC | River Valley UHC | Rocky Mountain Health UHC | UHC Medicare | UHC MCR | AARP UHC | AARP | UHC AARP | Sierra Health UHC | NHP UHC | Neighborhood Health Partnership UHC | Health Plan of Nevada UHC | Preferred Care Partners UHC | UnitedHealthOne | UHOne | Medica UHC | UHIC | UHC NHP | Optum Care | UHC Community | UHC Navigate | UHC Core | UHC Charter",
  "University of Utah Health Plans":
    "U of U Health Plans | U of U Health Plan | UUHP | U of U HP | Univ of Utah Health Plans | University of Utah Health Plan | Healthy U",
  "VA Community Care":
    "VA | Veterans Affairs | VA CCN | Veterans Administration | VA CC | VA CCN Optum | VA Optum CCN | Optum VA CCN | VHA | Veterans Affairs CCN | VA Community Care Network | CCN VA | VA Choice | Veterans Choice | Dept of Veterans Affairs",
  WPS: "WPS Health Insurance | WPS Health | WPS Health Plan | Wisconsin Physicians Service",
  WebTPA: "",
  WellCare: "WellCare Health Plans | WellCare Medicare | WellCare Health",
  WellSense:
    "WellSense Health Plan | BMC HealthNet Plan | WellSense HP | BMC HealthNet | Boston Medical Center HealthNet Plan | BMCHP | BMC WellSense",
  Wellmark:
    "Wellmark Blue Cross Blue Shield | Wellmark BCBS | BCBS Iowa | Blue Cross Blue Shield of Iowa | Wellmark Blue Cross | Wellmark Iowa | Wellmark SD | Wellmark BCBS of Iowa | Wellmark BCBS SD | Wellmark Health Plan of Iowa",
  "Western Health Advantage": "WHA | Western Hlth Advantage",
};
