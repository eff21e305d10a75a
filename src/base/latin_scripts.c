/*
 * Other scripts in ASCII letters: the spellings of Unidecode, which nothing
 * else is known to share.
 */
#include "base/latin.h"

static const struct latin_row letters[] = {
	{ 0x0250, "a a a b o c d d e @ @ e e e e j g g g g u Y h h i i I l"
	    " l l lZ W W m n n n o OE O F r r r r r r r" },
	{ 0x0280, "R R s S j S S t t u U v ^ w y Y z z Z Z ? ? ? C @ B E G"
	    " H j k L q ? ? dz dZ dz ts tS tC fN ls lz WW ]] h h" },
	{ 0x02b0, "h h j r r r r w y ' \" ` ' ` ` ' ? ? < > ^ V ^ V ' - /"
	    " \\ , % \\ / : . ` ' ^ V + - V . @ , ~ \" R X" },
	{ 0x02e0, "G l s x ? % % % % % % % V = \" % % % % % % % % % % % %"
	    " % % % % %" },
	{ 0x034f, "% % % % % % % % % % % % % % % % % % % % a e i o u c d h"
	    " m r t v x" },
	{ 0x0531, "A B G D E Z E E T` Zh I L Kh Ts K H Dz Gh Ch M Y N Sh O"
	    " Ch` P J Rh S V T R Ts` W P` K` O F % % < ' / ! , ? . %" },
	{ 0x0561, "a b g d e z e e t` zh i l kh ts k h dz gh ch m y n sh o"
	    " ch` p j rh s v t r ts` w p` k` o f ew % : -" },
	{ 0x0591, "% % % % % % % % % % % % % % % % % % % % % % % % % % % %"
	    " % % % % e a o i e e a a o o u % % - % |" },
	{ 0x05c1, "% % . % % n o % % % % % % % % A b g d h v z H T y KH KH"
	    " l m m n n s ` p p TS TS k r SH t % % % % YYY V" },
	{ 0x05f1, "OY EY ' \"" },
	{ 0x060c, ", % % % % % % % % % % % % % % ; % % % ? % % a ' w' % y'"
	    " % b @ t th j H kh d dh r z s sh S D T Z ` G %" },
	{ 0x063c, "% % % % % f q k l m n h w ~ y an un in a u i W % % ' '"
	    " % % % % % % % % % % 0 1 2 3 4 5 6 7 8 9 % ." },
	{ 0x066c, ", * % % % ' ' ' % ' 'w 'u 'y tt tth b t T p th bh 'h H"
	    " ny dy H ch cch dd D D Dt dh ddh d D D rr R R R R R R j R S"
	    " S" },
	{ 0x069c, "S S S T GH F F F v f ph Q Q kh k K K ng K g G N G G G L"
	    " L L L N N N N N h Ch hy h H @ W oe oe u yu yu W v" },
	{ 0x06cc, "y Y Y W % % y y' . ae % % % % % % % @ % % % % % % % % %"
	    " % % ^ % % % % % % 0 1 2 3 4 5 6 7 8 9 Sh D" },
	{ 0x06fc, "Gh & +m %" },
	{ 0x0901, "N N H % a aa i ii u uu R L eN e e ai oN o o au k kh g"
	    " gh ng c ch j jh ny tt tth dd ddh nn t th d dh n nnn p ph b"
	    " bh m y r" },
	{ 0x0931, "rr l l lll v sh ss s h % % ' ' aa i ii u uu R RR eN e e"
	    " ai oN o o au % % % AUM ' ' ` ' % % % q khh ghh z dddh rh f"
	    " yy RR" },
	{ 0x0961, "LL L LL _/_ _//_ 0 1 2 3 4 5 6 7 8 9 . % % % % % % % %"
	    " % % % % % % %" },
	{ 0x0981, "N N H % a aa i ii u uu R RR % % e ai % % o au k kh g gh"
	    " ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh m"
	    " y r" },
	{ 0x09b1, "% l % % % sh ss s h % % ' % aa i ii u uu R RR % % e ai"
	    " % % o au % % % % % % % % % % + % % % % rr rh % yy RR" },
	{ 0x09e1, "LL L LL % % 0 1 2 3 4 5 6 7 8 9 r' r` Rs Rs 1/ 2/ 3/ 4/"
	    " _1_-_1/ /16 %" },
	{ 0x0a01, "% N % % a aa i ii u uu % % % % ee ai % % oo au k kh g"
	    " gh ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bb"
	    " m y r" },
	{ 0x0a31, "% l ll % v sh % s h % % ' % aa i ii u uu % % % % ee ai"
	    " % % oo au % % % % % % % % % % % % khh ghh z rr % f % %" },
	{ 0x0a61, "% % % % % 0 1 2 3 4 5 6 7 8 9 N H % % G.E.O. %" },
	{ 0x0a81, "N N H % a aa i ii u uu R % eN % e ai oN % o au k kh g"
	    " gh ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh"
	    " m ya r" },
	{ 0x0ab1, "% l ll % v sh ss s h % % ' ' aa i ii u uu R RR eN % e"
	    " ai oN % o au % % % AUM % % % % % % % % % % % % % % % RR" },
	{ 0x0ae1, "% % % % % 0 1 2 3 4 5 6 7 8 9 % %" },
	{ 0x0b01, "N N H % a aa i ii u uu R L % % e ai % % o au k kh g gh"
	    " ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh m"
	    " y r" },
	{ 0x0b31, "% l ll % % sh ss s h % % ' ' aa i ii u uu R % % % e ai"
	    " % % o au % % % % % % % % % + + % % % % rr rh % yy RR" },
	{ 0x0b61, "LL % % % % 0 1 2 3 4 5 6 7 8 9 % %" },
	{ 0x0b82, "N H % a aa i ii u uu % % % e ee ai % o oo au k % % % ng"
	    " c % j % ny tt % % % nn t % % % n nnn p % % % m y r rr" },
	{ 0x0bb2, "l ll lll v % ss s h % % % % aa i ii u uu % % % e ee ai"
	    " % o oo au % % % % % % % % % % + % % % % % % % % % %" },
	{ 0x0be2, "% % % % 0 1 2 3 4 5 6 7 8 9 +10+ +100+ +1000+" },
	{ 0x0c01, "N N H % a aa i ii u uu R L % e ee ai % o oo au k kh g"
	    " gh ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh"
	    " m y r" },
	{ 0x0c31, "rr l ll % v sh ss s h % % % % aa i ii u uu R RR % e ee"
	    " ai % o oo au % % % % % % % % + + % % % % % % % % % RR" },
	{ 0x0c61, "LL % % % % 0 1 2 3 4 5 6 7 8 9" },
	{ 0x0c82, "N H % a aa i ii u uu R L % e ee ai % o oo au k kh g gh"
	    " ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh m"
	    " y r rr" },
	{ 0x0cb2, "l ll % v sh ss s h % % % % aa i ii u uu R RR % e ee ai"
	    " % o oo au % % % % % % % % + + % % % % % % % lll % RR LL" },
	{ 0x0ce2, "% % % % 0 1 2 3 4 5 6 7 8 9" },
	{ 0x0d02, "N H % a aa i ii u uu R L % e ee ai % o oo au k kh g gh"
	    " ng c ch j jh ny tt tth dd ddh nn t th d dh n % p ph b bh m"
	    " y r rr" },
	{ 0x0d32, "l ll lll v sh ss s h % % % % aa i ii u uu R % % e ee ai"
	    " % o oo au % % % % % % % % % % + % % % % % % % % RR LL" },
	{ 0x0d62, "% % % % 0 1 2 3 4 5 6 7 8 9" },
	{ 0x0d82, "N H % a aa ae aae i ii u uu R RR L LL e ee ai o oo au %"
	    " % % k kh g gh ng nng c ch j jh ny jny nyj tt tth dd ddh nn"
	    " nndd t th d dh n" },
	{ 0x0db2, "% nd p ph b bh m mb y r % l % % v sh ss s h ll f % % %"
	    " % % % % % aa ae aae i ii u % uu % R e ee ai o oo au L % %" },
	{ 0x0de2, "% % % % % % % % % % % % % % % % RR LL _._" },
	{ 0x0e01, "k kh kh kh kh kh ng cch ch ch ch ch y d t th th th n d"
	    " t th th th n b p ph f ph f ph m y r R l L w s s s h l ` h ~"
	    " a" },
	{ 0x0e31, "a aa am i ii ue uue u uu ' % % % % Bh. e ae o ai ai ao"
	    " + % % % % % % M % _*_ 0 1 2 3 4 5 6 7 8 9 _//_ _///_" },
	{ 0x0e81, "k kh % kh % % ng ch % s % % ny % % % % % % d h th th %"
	    " n b p ph f ph f % m y r % l % w % % s h % ` % ~ a" },
	{ 0x0eb1, "% aa am i ii y yy u uu % o l ny % % e ei o ay ai % + %"
	    " % % % % % M % % 0 1 2 3 4 5 6 7 8 9 % % hn hm" },
	{ 0x0f00, "AUM % % % % % % % _//_ _*_ % - _/_ _/_ _//_ _-/_ _+/_"
	    " _X/_ _/XX/_ _/X/_ ,_ % % % % % % % % % % % 0 1 2 3 4 5 6 7"
	    " 8 9 .5 1.5 2.5 3.5 4.5 5.5" },
	{ 0x0f30, "6.5 7.5 8.5 -.5 + * ^ % % ~ % ] [[ ]] % % k kh g gh ng"
	    " c ch j % ny tt tth dd ddh nn t th d dh n p ph b bh m ts tsh"
	    " dz dzh w zh z" },
	{ 0x0f60, "' y r l sh ssh s h a kss r % % % % % % aa i ii u uu R"
	    " RR L LL e ee o oo M H i ii % % % % % % % % % % % % % %" },
	{ 0x0f90, "k kh g gh ng c ch j % ny tt tth dd ddh nn t th d dh n p"
	    " ph b bh m ts tsh dz dzh w zh z ' y r l sh ss s h a kss w y"
	    " r % X _:X:_" },
	{ 0x0fc0, "_/O/_ _/o/_ _\\o\\_ _(O)_ % % % % % % % % % % % %" },
	{ 0x1000, "k kh g gh ng c ch j jh ny nny tt tth dd ddh nn tt th d"
	    " dh n p ph b bh m y r l w s h ll a % i ii u uu e % o au % aa"
	    " i ii u" },
	{ 0x1030, "uu e ai % % % N ' : % % % % % % % 0 1 2 3 4 5 6 7 8 9"
	    " _/_ _//_ n* r* l* e* sh ss R RR L LL R RR L LL" },
	{ 0x10a0, "A B G D E V Z T` I K L M N O P Zh R S T U P` K` G' Q Sh"
	    " Ch` C` Z' C Ch X J H E Y W Xh OE % % % % % % % % % %" },
	{ 0x10d0, "a b g d e v z t` i k l m n o p zh r s t u p` k` g' q sh"
	    " ch` c` z' c ch x j h e y w xh oe f % % % % _//_" },
	{ 0x1200, "ha hu hi haa hee he ho % la lu li laa lee le lo lwa hha"
	    " hhu hhi hhaa hhee hhe hho hhwa ma mu mi maa mee me mo mwa"
	    " sza szu szi szaa szee sze szo szwa ra ru ri raa ree re ro"
	    " rwa" },
	{ 0x1230, "sa su si saa see se so swa sha shu shi shaa shee she"
	    " sho shwa qa qu qi qaa qee qe qo % qwa % qwi qwaa qwee qwe %"
	    " % qha qhu qhi qhaa qhee qhe qho % qhwa % qhwi qhwaa qhwee"
	    " qhwe % %" },
	{ 0x1260, "ba bu bi baa bee be bo bwa va vu vi vaa vee ve vo vwa"
	    " ta tu ti taa tee te to twa ca cu ci caa cee ce co cwa xa xu"
	    " xi xaa xee xe xo % xwa % xwi xwaa xwee xwe % %" },
	{ 0x1290, "na nu ni naa nee ne no nwa nya nyu nyi nyaa nyee nye"
	    " nyo nywa 'a 'u % 'aa 'ee 'e 'o 'wa ka ku ki kaa kee ke ko %"
	    " kwa % kwi kwaa kwee kwe % % kxa kxu kxi kxaa kxee kxe kxo %" },
	{ 0x12c0, "kxwa % kxwi kxwaa kxwee kxwe % % wa wu wi waa wee we wo"
	    " % `a `u `i `aa `ee `e `o % za zu zi zaa zee ze zo zwa zha"
	    " zhu zhi zhaa zhee zhe zho zhwa ya yu yi yaa yee ye yo %" },
	{ 0x12f0, "da du di daa dee de do dwa dda ddu ddi ddaa ddee dde"
	    " ddo ddwa ja ju ji jaa jee je jo jwa ga gu gi gaa gee ge go"
	    " % gwa % gwi gwaa gwee gwe % % gga ggu ggi ggaa ggee gge ggo"
	    " %" },
	{ 0x1320, "tha thu thi thaa thee the tho thwa cha chu chi chaa"
	    " chee che cho chwa pha phu phi phaa phee phe pho phwa tsa"
	    " tsu tsi tsaa tsee tse tso tswa tza tzu tzi tzaa tzee tze"
	    " tzo % fa fu fi faa fee fe fo fwa" },
	{ 0x1350, "pa pu pi paa pee pe po pwa rya mya fya % % % % % % _ ."
	    " , ; : ::_ ? // 1 2 3 4 5 6 7 8 9 10+ 20+ 30+ 40+ 50+ 60+"
	    " 70+ 80+ 90+ 100+ 10,000+" },
	{ 0x13a0, "a e i o u v ga ka ge gi go gu gv ha he hi ho hu hv la"
	    " le li lo lu lv ma me mi mo mu na hna nah ne ni no nu nv qua"
	    " que qui quo quu quv sa s se si" },
	{ 0x13d0, "so su sv da ta de te di ti do du dv dla tla tle tli tlo"
	    " tlu tlv tsa tse tsi tso tsu tsv wa we wi wo wu wv ya ye yi"
	    " yo yu yv" },
	{ 0x1780, "k kh g gh ng c ch j jh ny t tth d ddh nn t th d dh n p"
	    " ph b bh m y r l v sh ss s h l q a aa i ii u uk uu uuv ry"
	    " ryy ly lyy e" },
	{ 0x17b0, "ai oo oo au a aa aa i ii y yy u uu ua oe ya ie e ae ai"
	    " oo au M H a` % % % r % ! % % % % % . _//_ : + ++ _*_ _///_"
	    " KR ' % % %" },
	{ 0x17e0, "0 1 2 3 4 5 6 7 8 9" },
	{ 0x1800, "_@_ _..._ ,_ ._ :_ _//_ % - ,_ ._ % % % % % % 0 1 2 3 4"
	    " 5 6 7 8 9 % % % % % % a e i o u O U ee n ng b p q g m l" },
	{ 0x1830, "s sh t d ch j y r w f k kha ts z h zr lh zh ch - e i o"
	    " u O U ng b p q g m t d ch j ts y w k g h jy ny dz e i iy" },
	{ 0x1860, "U u ng k g h p sh t d j f g h ts z r ch zh i k r f zh %"
	    " % % % % % % % % H X W M _3_ _333_ a i k ng c tt tth dd nn" },
	{ 0x1890, "t d p ph ss zh z a t zh gh ng c jh tta ddh t dh ss cy"
	    " zh z u y bh '" },
	{ 0x20d0, "% % % % % % % % % % % % % % % % % % % % % % % % % % % %"
	    " % % % % %" },
	{ 0x2190, "- | - | - | \\ / \\ /" }
};

#define COUNT(rows) (sizeof (rows) / sizeof *(rows))

bool
latin_put_any(struct buf *out, unsigned code)
{
	/* Pictographs become nothing. */
	return latin_put(out, code) ||
	    latin_put_row(out, letters, COUNT(letters), code) ||
	    (code >= 0x2600 && code <= 0x27bf) ||
	    (code >= 0x1f1e6 && code <= 0x1faff);
}
