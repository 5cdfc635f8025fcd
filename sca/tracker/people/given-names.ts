/**
 * Given names common among patients and staff in the United States, of many origins, folded to plain lower-case letters.
 * Evidence that a word names a person; a name that is missing here is read all the same by its shape.
 */
const COMMON = `
aaliyah aaron abby abdul abdullah abe abel abena abigail abraham abram ada adam adaeze adam addison adela adelaide adele adeline aden
adina adnan adolfo adrian adriana adrienne agnes agnieszka ahmad ahmed aida aidan aiden aileen aimee aisha akash akemi akira al alan
alana alba albert alberto alden alec alejandra alejandro aleksandr alessandra alessandro alex alexa alexander alexandra alexandria
alexei alexis alfonso alfred alfredo ali alice alicia alina alisa alisha alison allan allen allison alma alondra alonzo alphonse
alvaro alvin alyssa amado amal amalia amanda amani amar amara amari amber amelia amelie amina aminata amir amira amit amos amparo amy
ana anahi anand anastasia anaya anders andre andrea andreas andres andrew andrzej andy anette angel angela angelica angelina angelo
angie anh anika anil anita ann anna annabelle annalise anne anneke annelise annette annie annika ansel anthony antoine antoinette anton
antonia antonio anya apolonia april araceli archie aria ariana ariel arjun arlene arlo armand armando arnold aron arthur artur arturo
aryan asa ash asha asher ashley ashlyn ashton asif astrid atticus aubrey audrey august augusta augustin aurelia aurora austin autumn
ava avery aviva axel ayaan ayana ayesha ayla aylin bao barbara barry bart basil bea beatrice beatrix beatriz beau becca beckett becky
belinda bella ben benita benito benjamin bennett benny bernadette bernard bernice bert bertha bess beth bethany betsy bette bettina
betty beulah bev beverly bex bianca bill billie billy birgit bjorn blaine blair blake blanca bo bob bobbie bobby bonnie boris brad
bradley brady branden brandi brandon brayden brenda brendan brenna brent brett brian briana brianna bridget brie brigid brigitte
britney brittany brock brody bronwyn brooke brooklyn bruce bruno bryan bryant bryce brynn burt byron caden caitlin caleb callie callum
calvin cam cameron camila camille candace candice cara caridad carina carl carla carlo carlos carlton carly carmela carmen carol
carole carolina caroline carolyn carrie carson carter cary carys casey casimir cass cassandra cassidy cassie catalina catherine cathy
cecelia cecil cecilia cedric celeste celia celine cesar chad chaim chana chance chandra chantal charlene charles charlie charlotte
chase chaya chelsea chen cheryl cheyenne chiara chidi chinedu chloe chris christa christian christina christine christopher christy
chuck cindy claire clara clarence clarissa clark claude claudette claudia claudio clay clayton clement clementine cleo cliff clifford
clifton clint clinton clyde cody cole colette colin colleen collin concepcion connie connor conrad consuelo cooper cora coral corey
corinne cornelia cornelius cory courtney craig cristian cristina cruz crystal curt curtis cynthia cyrus daisy dakota dale dalia dallas
dalton damaris damian damien damon dan dana dane daniel daniela daniella danielle danika danny dante daphne dara darcy daria darian
dario darius darla darlene darnell darrell darren darryl dashiell dave david davina davis dawn dawson dean deandre deanna deb debbie
debora deborah debra dee deena deepa deepak deirdre delaney delfina delia della delphine demetrius denise deniz dennis denny derek
derrick desiree desmond destiny dev devin devon dexter diana diane dianna dianne dick diego dieter dillon dimitri dina dinesh dion
dirk dmitri dolly dolores dom domenic domingo dominic dominique don donald donna donnie donovan donte dora doreen doris dorothea
dorothy dot doug douglas drew duane duc dustin dwayne dwight dylan earl eartha ebony ed eddie edgar edith edmund edna eduardo edward
edwin effie efrain eileen elaine eleanor elena eleni eli eliana elias elijah elin elisa elisabeth elise elisha eliza elizabeth ella
elle ellen ellie elliot elliott ellis elmer elodie eloise elsa elsie elton elvira elvis ely emery emil emile emilia emiliano emilio
emily emma emmanuel emmett emre enid enrique eric erica erich erick ericka erik erika erin erma ernest ernesto ernie esme esmeralda
esperanza essie esteban estelle ester esther ethan ethel etta eugene eugenia eunice eva evan evangeline eve evelyn everett evie ewa
ezekiel ezra fabian faisal faith fallon fannie farah fareed farouk fatima fatou fay faye felicia felicity felipe felix ferdinand
fern fernanda fernando fidel filip finn finley fiona fletcher flor flora florence flossie floyd frances francesca francesco francine
francis francisca francisco francois frank frankie franklin fred freda freddie frederick freya frida fritz gabe gabriel gabriela
gabriella gabrielle gage gail galen gareth garrett garry garth gary gavin gayle gemma gena gene genesis geneva genevieve geoff
geoffrey george georgia georgina gerald geraldine gerard gerardo germaine gerry gertrude gia gianna gil gilbert gilberto gillian gina
ginger ginny giovanna giovanni giselle gladys glen glenda glenn gloria gonzalo gordon grace gracie grady graham grant greg gregg
gregorio gregory greta gretchen griffin grover guadalupe guillermo gus gustav gustavo guy gwen gwendolyn hadley hailey hakeem hal haley
halima hamza han hana hanh hank hanna hannah hans harlan harley harold harper harriet harris harrison harry haruki harvey hasan hassan
hattie hazel heath heather hector heidi helen helena helene helga henri henrietta henrik henry herbert heriberto herman hermione
hester hilary hilda hillary hiro hiroshi hodan holden hollis holly homer hope horace howard hubert hudson hugh hugo humberto hunter
ian ibrahim ida idris ignacio igor ike ilana ilene iliana ilse iman imani imelda imogen imran ina india indira ines inez inga inge
ingrid ira irena irene iris irma irving irwin isaac isabel isabella isabelle isaiah isha ishaan ishmael isiah ismael israel issa itzel
iva ivan ivana ivette ivy izzy jace jack jackie jackson jaclyn jacob jacqueline jacques jada jade jaden jaime jake jakob jamal james
jameson jamie jan jana jane janelle janet janice janie janine jared jarrett jasmin jasmine jason jasper javier jaxon jay jayden jayla
jaylen jean jeanette jeanne jeannie jed jeff jefferson jeffery jeffrey jen jenna jennie jennifer jenny jerald jeremiah jeremy jermaine
jerome jerry jess jesse jessica jessie jesus jethro jill jillian jim jimena jimmy jin jo joan joann joanna joanne joaquin joceline
jocelyn jody joe joel joelle joey johan johanna john johnathan johnnie johnny jolene jon jonah jonas jonathan joni jordan jorge jose
josef joseph josephine josh joshua josiah josie joy joyce juan juana juanita jude judith judy jules julia julian juliana julianna
julie julien juliet juliette julio julius june junior juniper justice justin justine kai kaia kaitlin kaitlyn kaleb kamal kamala kamil
kane kara kareem karen kari karim karin karina karl karla karlos karol kasey kassandra kate katelyn katerina kathe katherine kathleen
kathryn kathy katia katie katrina katya kay kaya kayden kayla kaylee kayleigh keegan keisha keith kelli kellie kelly kelsey kelvin
kelvin ken kendall kendra kendrick kenji kennedy kenneth kenny kent kenya kerri kerry kevin khadija khalid khalil kiana kiara kim
kimberly kimi kimora kip kira kirk kirsten kit kitty klaus kofi kojo konrad kris krista kristen kristi kristian kristie kristin kristina
kristine kristopher krystal krzysztof kumar kurt kwame kwabena kyla kyle kylie kyra lacey laila lakeisha lakshmi lamar lana lance
landon lane lara larissa larry lars latasha latisha latonya latoya laura laurel lauren laurence laurie lavonne lawrence layla lea leah
leandra leandro leann lee leena leif leigh leila leilani leland lela len lena lenny leo leon leona leonard leonardo leonor leora leroy
leslie lester leticia levi lewis lex lexi li lia liam libby lidia lila lilia lilian liliana lillian lillie lily lin lina lincoln linda
lindsay lindsey linh linus lionel lisa lise lise lisette liz liza lizbeth lizzie ljubica lloyd logan lois lola lonnie lora loraine
loren lorena lorenzo loretta lori lorna lorraine lottie lou louie louis louisa louise lourdes lowell luca lucas lucia luciana luciano
lucien lucille lucinda lucius lucy luella luis luisa luka lukas luke lulu luna lupe luther luz lydia lyle lyndon lynette lynn lynne
mabel mac maceo mackenzie macy madeleine madeline madelyn madison mae maeve magda magdalena maggie magnus mai maia makayla malachi
malcolm malia malik mallory mandy manny manuel manuela mara marc marcel marcela marcella marcelo marcia marco marcos marcus marcy
margaret margarita margie margit margot marguerite mari maria mariah mariam marian mariana marianne maribel maribeth marie mariela
marietta marilyn marin marina mario marion marisa marisol marissa marisela maritza marjorie mark markus marla marlene marley marlon
marsha marshall marta martha martin martina marty marva marvin mary maryam maryann marybeth mason mateo mathew mathilda matilda matt
mattea matteo matthew mattie maude maura maureen maurice mauricio mavis max maxim maxime maximilian maxine maxwell may maya mayra
megan meg meghan mei mel melanie melba melinda melissa melody melvin mercedes mercy meredith merle mia micah michael michaela micheal
michel michele michelle mickey miguel mike mila milan mildred miles milena millie milo milos milton mimi mina mindy minerva ming minh
minnie mira miranda mireya miriam misty mitch mitchell moe mohamed mohammad mohammed moira mollie molly mona monica monique monte
montserrat monty morgan moses moshe muhammad murray mustafa mya myles myra myriam myrna myron myrtle nadia nadine naim nam nancy nani
naomi narayan nasir natalia natalie natasha nate nathan nathaniel navid neal ned neda neha neil nell nellie nelly nelson nestor neva
nevaeh neville nga ngoc nia nichole nick nicholas nicky nico nicola nicolas nicole nigel nikhil niki nikita nikki nikola nikolai
nikolas nils nina nisha noa noah noam noel noelle noemi nolan nora norah noreen norma norman nova nuria oakley octavia octavio odalys
odell odette odile ofelia olaf oleg olga olive oliver olivia ollie oluwaseun omar omari opal ophelia oren orin orlando orville oscar
oskar osman osvaldo otis otto ousmane owen ozzie pablo paige palmer paloma pam pamela paola paolo paris parker pascal pat patience
patrice patricia patrick patsy patti patty paul paula paulette paulina pauline payton pearl pedro peggy penelope penny percy perla
perry pete peter petra peyton phil philip philippe phillip phoebe phoenix phuong phyllis pierre pieter piper polly poppy porter preston
prince princess priscilla priya priyanka prudence quentin quincy quinn quinton rachael rachel rachelle rae rafael raheem rahul raina
raj rajesh ralph ramesh ramiro ramon ramona randal randall randy raquel rasheed rashid rashad raul ravi ray raymond raymundo reagan
rebecca rebekah reed reese regina reginald reiko reina remy rena renata rene renee reuben rex rey reyna reza rhea rhiannon rhoda rhonda
rhys ricardo rich richard rick rickey ricky rico riley rina rita rob robbie robert roberta roberto robin robyn rocco rochelle rocio rod
roderick rodney rodolfo rodrigo roger rohan roland rolando roman rome romeo ron ronald ronan ronda ronit ronnie rory rosa rosalie
rosalind rosalinda rosamund rosanna rosario rosaura rose roseann rosemarie rosemary rosie ross rowan rowena roxana roxanne roy royce
ruben ruby rudolph rudy rufus rupert russ russell rusty ruth ruthie ryan ryder saanvi sabrina sachiko sade sadie sage sahil said saira
sal salim sally salma salvador salvatore sam samantha samara samir sammy samson samuel sana sandeep sandra sandy sanjay santiago santos
sara sarah sarai sasha saul savannah sawyer scarlett scott sean sebastian selah selena selina selma serena serge sergei sergio seth
shah shaina shakira shana shane shanice shania shanna shannon shantel shari sharon shaun shauna shawn shawna shea sheena sheila shelby
sheldon shelia shelly shelton shera sheree sheri sherman sherri sherrie sherry sheryl shira shirin shirley shiv shona shonda shoshana
shreya sid sidney siena sienna sierra sigrid silas silvia simi simon simona simone sky skylar socorro sofia sol solange solomon solveig
sondra sonia sonja sonya sophia sophie soren spencer stacey stacy stan stanley stefan stefanie stella stephan stephanie stephen stephon
sterling steve steven stewart stuart sue sulaiman summer sunil sunita susan susana susanna susanne susie suzanne sven svetlana sybil
sydney sylvester sylvia tabatha tabitha tadeusz talia tamar tamara tameka tami tamika tammy tamsin tania tanner tanya tara tariq tasha
tate tatiana tatyana tavion taylor ted teddy teresa teri terrance terrell terrence terri terry tess tessa thad thaddeus thalia thandi
thanh thea thelma theo theodora theodore theresa therese thi thomas thu tia tiana tiara tiffany tim timothy tina tisha titus tobias
tobin toby todd tom tomas tommy toni tonia tonya tori tova tracey traci tracy travis tremaine trent trenton trevor trey tricia trina
trinity trisha trish tristan troy trudy tucker tuan tuyet twyla ty tyler tyra tyree tyrell tyrone tyson ulises uma umar una ursula usha
uriel uri vada val valentina valentino valeria valerie vance vanessa vaughn velma vera verna vernon veronica vic vicente vicki vickie
vicky victor victoria vijay vikram viktor vince vincent vincenzo viola violet violeta virgil virginia vito vivian viviana vivienne vlad
vladimir wade walker wallace wally walt walter wanda warren waleed wayne wei wendell wendy werner wes wesley weston whitney wilbert
wilbur wilfred wilfredo wilhelmina will willa willard william willie willis willow wilma wilson winifred winnie winona winston wolfgang
woody wren wyatt xander xavier xenia ximena xiomara xochitl yadira yael yahir yan yana yara yash yasmin yasmine yesenia yetta ying
yolanda yong yosef youssef yu yuki yuri yusuf yves yvette yvonne zac zach zachariah zachary zack zahra zaid zain zainab zane zara zayn
zelda zelma zena zion zita zoe zoey zofia zora zuleika zuri`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(COMMON.split(/\s+/).filter(Boolean));

/** Lower-case letters without accents and apostrophes, for looking words up. */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’'‘`.]/g, "")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .replace(/ß/g, "ss")
    .toLowerCase();
}

/** True for a common given name, also a hyphenated one ("Jun-ho", "Anne-Marie") by its first part. */
export function isGivenName(word: string): boolean {
  const folded = foldWord(word);
  if (GIVEN_NAMES.has(folded)) return true;
  const hyphen = folded.search(/[-–]/);
  return hyphen > 0 && GIVEN_NAMES.has(folded.slice(0, hyphen));
}
