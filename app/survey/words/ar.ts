import type { en } from './en.ts';
import { letter } from './letter/ar.ts';
import { who } from './who/ar.ts';

/** Nouns instead of imperatives: no sentence has to know whether a man or a woman reads it. */
export const ar = {
  ...who,
  ...letter,

  'scale.unlikely': 'غير محتمل إطلاقًا',
  'scale.likely': 'محتمل جدًا',
  'ranking.help': 'يرجى إعطاء كل عنصر مرتبة. المرتبة 1 هي الأولى.',

  'missing.choice': 'يرجى اختيار إجابة للمتابعة.',
  'missing.rows': 'يرجى اختيار إجابة في كل صف للمتابعة.',
  'missing.order': 'يرجى ترتيب العناصر للمتابعة.',
  'missing.words': 'يرجى كتابة بضع كلمات للمتابعة.',
  'missing.number': 'يرجى كتابة رقم للمتابعة.',
  'missing.day': 'يرجى اختيار يوم للمتابعة.',
  'missing.tick': 'يرجى تحديد المربع للمتابعة.',

  'fault.nothing': 'يرجى الإجابة عن سؤال واحد على الأقل قبل الإرسال.',
  'fault.score': 'يرجى اختيار رقم من {low} إلى {high}.',
  'fault.one': 'يرجى اختيار إجابة واحدة.',
  'fault.shown': 'يرجى الاختيار من الإجابات المعروضة.',
  'fault.other': 'يرجى كتابة المقصود بجانب «{other}»، أو اختيار إجابة أخرى.',
  'fault.lone': 'لا تجتمع «{choice}» مع أي إجابة أخرى. يرجى إلغاء اختيارها أو إلغاء اختيار الإجابات الأخرى.',
  'fault.too_few':
    'يرجى اختيار {count, plural, zero {# إجابة} one {إجابة واحدة} two {إجابتين} few {# إجابات} many {# إجابة} other {# إجابة}} على الأقل.',
  'fault.too_many':
    'يرجى اختيار {count, plural, zero {# إجابة} one {إجابة واحدة} two {إجابتين} few {# إجابات} many {# إجابة} other {# إجابة}} على الأكثر.',
  'fault.places':
    '{most, plural, =1 {يرجى استعمال المرتبة 1 مرة واحدة فقط.} other {يرجى استعمال كل مرتبة من 1 إلى {most} مرة واحدة فقط.}}',
  'fault.row': 'يرجى اختيار إجابة واحدة فقط في كل صف.',
  'fault.rows': 'يرجى اختيار إجابة في كل صف.',
  'fault.tick': 'يرجى تحديد المربع أو تركه فارغًا.',
  'fault.day': 'يرجى كتابة تاريخ مثل 2027-02-26.',
  'fault.day_before': 'يرجى اختيار يوم ابتداءً من {earliest, date, day}.',
  'fault.day_after': 'يرجى اختيار يوم لا يتجاوز {latest, date, day}.',
  'fault.number': 'يرجى كتابة عدد بالأرقام.',
  'fault.number_least': 'يرجى كتابة عدد لا يقل عن {least, number, plain}.',
  'fault.number_most': 'يرجى كتابة عدد لا يزيد على {most, number, plain}.',
  'fault.number_range': 'يرجى كتابة عدد من {least, number, plain} إلى {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {يرجى كتابة عدد صحيح.} one {يرجى كتابة منزلة عشرية واحدة على الأكثر.} two {يرجى كتابة منزلتين عشريتين على الأكثر.} few {يرجى كتابة # منازل عشرية على الأكثر.} many {يرجى كتابة # منزلة عشرية على الأكثر.} other {يرجى كتابة # منزلة عشرية على الأكثر.}}',
  'fault.email': 'يرجى كتابة عنوان بريد مثل name@example.com.',
  'fault.url': 'يرجى كتابة عنوان موقع يبدأ بـ https://.',
  'fault.phone': 'يرجى كتابة رقم مثل \u200e+49 30 123456\u200e.',
  'fault.character': 'يحتوي هذا النص على حرف لا يمكن حفظه؛ يرجى كتابته من دونه.',
  'fault.long':
    'يرجى ألا يزيد النص على {most, plural, zero {# حرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}}.',

  'page.title': 'بضعة أسئلة من {workspace}',
  'page.card': 'استبيان قصير',
  'page.asks': 'أسئلة من {workspace}',
  'page.as': '{name}، إجاباتك هنا بصفة <b>{persona}</b> لدى <b>{account}</b>.',
  'page.last': 'كان هذا السؤال الأخير.',
  'page.send': 'إرسال إجاباتي',
  'page.confirm': 'تأكيد {number} وإرسال إجاباتي',
  'page.on': 'متابعة',
  'page.back': 'رجوع',

  'question.place': 'السؤال {number} من {count}',
  'question.place_most': 'السؤال {number} من {count} على الأكثر',
  'question.optional': '{place}، ويمكن تركه فارغًا',
  'question.declined': 'أفضّل عدم الإجابة',
  'question.tapped': 'اخترت <b>{number}</b> في الرسالة. لن يُرسل أي شيء قبل التأكيد.',

  'why.ask': 'لماذا نسأل',
  'why.decide': 'سنقرر بحلول {day}: {decision}',
  'why.sees': 'من يطّلع على الإجابات',
  'why.attributed': 'الفريق الذي يسأل، مع ذكر اسمك.',
  'why.confidential':
    'الفريق الذي يسأل، من دون ذكر اسمك إطلاقًا، وفقط مع إجابات أربعة أشخاص آخرين على الأقل في الدور نفسه.',
  'why.unlinkable': 'الفريق الذي يسأل. لا يمكن لأحد ربط إجابة باسم، ولا حتى لمسؤول النظام.',
  'why.back': 'ما الذي سيصلك',
  'why.promise': 'بحلول {day}: {promise}',

  'done.title': 'شكرًا',
  'done.heading': 'وصلت إجاباتك. شكرًا، {name}.',
  'done.kept': 'إجاباتك بصفة {persona} لدى {account}، {moment}.',
  'done.hear': '<b>سيصلك ردّنا بحلول {day}:</b> {promise}',

  'before.title': 'وصلت من قبل',
  'before.heading': 'لدينا إجاباتك بالفعل.',
  'before.after': 'أُرسلت من قبل من صفحة أخرى. ما أُرسل الآن لم يُحفظ، ولم يتغير شيء.',

  'closed.title': 'مغلق',
  'closed.heading': 'هذا الاستبيان مغلق.',
  'closed.after': 'لم يعد بالإمكان إرسال أي شيء. شكرًا على زيارتك.',

  'unknown.title': 'لا يوجد استبيان هنا',
  'unknown.heading': 'هذا الرابط لا يفتح شيئًا.',
  'unknown.after':
    'ربما اختُصر في الطريق أو حلّ محلّه رابط أحدث. الرابط الصالح موجود في أحدث رسالة ممن أرسل إليك الأسئلة.',

  'page.look_over': 'مراجعة إجاباتي',
  'page.not_you': 'ليس هذا أنت، أو لم يعد هذا دورك؟',
  'page.met_others': 'وصلت أيضًا إجابات من علامة تبويب أخرى أو جهاز آخر، وقد حُفظت.',
  'page.elsewhere': 'أُجيب عن هذا السؤال على جهاز آخر وحُفظت الإجابة. الإجابة هنا تحل محلها.',
  'page.elsewhere_short': 'أُجيب عنه على جهاز آخر',

  'review.heading': 'إجاباتك قبل إرسالها',
  'review.empty': 'تُرك فارغًا',
  'review.change': 'تغيير',
  'review.change_that': 'تغيير: {question}',

  'script.sending': 'جارٍ الإرسال…',
  'script.saving': 'جارٍ الحفظ…',
  'script.saved': 'حُفظت الإجابات. يمكن المتابعة هنا لاحقًا.',
  'script.offline': 'لا يوجد اتصال. كل ما كتبته لا يزال هنا، وستُعاد المحاولة تلقائيًا.',
  'script.busy': 'لا يمكننا استلام الإجابات الآن. كل ما كتبته لا يزال هنا، وستُعاد المحاولة تلقائيًا.',
  'script.retry': 'المحاولة الآن',
  'script.newer': 'استُكملت الإجابة عن هذا الاستبيان في علامة تبويب أخرى أو جهاز آخر.',
  'script.reload': 'عرض الإجابات الأحدث',
  'script.hint': 'مفاتيح الأرقام تختار إجابة',

  'again.title': 'ضغطة أخرى',
  'again.heading': 'نرجو ضغطة أخرى.',
  'again.after':
    'بدا هذا كأن آلة أرسلته: بعض برامج فحص البريد تضغط الأزرار من تلقاء نفسها. إجاباتك كلها هنا، وتكفي ضغطة أخرى لإرسالها.',
  'again.send': 'نعم، هذه إجاباتي',

  'stop.title': 'لا مزيد من الأسئلة',
  'stop.heading': 'لا مزيد من الأسئلة من {workspace}؟',
  'stop.after': 'لن تُرسل رسائل إلى عنوانك بعد الآن. الإجابات التي قدمتها تبقى لدى من قُدمت إليهم.',
  'stop.send': 'أرجو عدم سؤالي مرة أخرى',
  'stop.done': 'تم.',
  'stop.done_after': 'لن يكتب {workspace} إلى هذا العنوان مرة أخرى.',
  'stop.series': 'إيقاف هذه السلسلة من الأسئلة فقط',
  'stop.series_after': 'قد يكتب إليك آخرون لدى {workspace}.',
  'stop.series_done': 'لن تصلك رسائل أخرى من هذه السلسلة. قد يكتب إليك آخرون لدى {workspace}.',
  'stop.else': 'أم أن الأمر مختلف؟',
  'stop.role': 'دوري ليس {persona}',
  'stop.role_asked':
    'من الآن فصاعدًا نعرفك بصفة <b>{persona}</b> لدى <b>{account}</b>. يفتح الرابط الموجود في رسالتك أسئلة هذا الدور.',

  'crowded.title': 'بعد قليل',
  'crowded.heading': 'بعد قليل من فضلك.',
  'crowded.after':
    'تصل عبر هذا الرابط الآن إجابات أكثر مما يستقبله دفعة واحدة، لذلك لم تُحفظ إجاباتك بعد. لم يضع شيء: كل ما كتبته موجود في هذه الصفحة. يرجى الإرسال من جديد {when}.',

  'trouble.title': 'لم يُحفظ بعد',
  'trouble.heading': 'لا يمكننا استلام الإجابات الآن.',
  'trouble.kept': 'لم يضع شيء: كل ما كتبته موجود في هذه الصفحة. يرجى الانتظار لحظة ثم الإرسال من جديد.',
  'trouble.later': 'يرجى فتح الرابط من جديد بعد دقيقة.',
  'trouble.send': 'إرسال من جديد',

  'done.kept_untimed': 'إجاباتك بصفة {persona} لدى {account}. لا يوجد سجل يربطها باسمك أو بهذه الشركة.',

  'shared.ask': 'ما طبيعة عملك؟',
  'shared.ask_help': 'لكل دور أسئلته. يرجى اختيار الدور الذي تجيب به.',
  'shared.none': 'لا شيء من هذه',
  'shared.none_help': 'عندئذ لا تُطرح أسئلة ولا يُحفظ شيء.',
  'shared.choose': 'يرجى اختيار طبيعة عملك أو «لا شيء من هذه».',
  'shared.known': 'ما نعرفه عنك',
  'shared.known_nobody':
    'ما تذكره هنا فقط. لا يُحفظ مع إجاباتك اسم ولا شركة ولا عنوان، إلا إذا كتبت ذلك بنفسك.',
  'shared.held': 'يطّلع أحد أعضاء الفريق على كل إجابة قبل احتسابها.',
  'shared.counted': 'تُحتسب على حدة عن إجابات من سُئلوا بأسمائهم.',
  'shared.device': 'تبقى علامة على هذا الجهاز كي يجيب مرة واحدة؛ ولا شيء يربطها بإجاباتك.',
  'shared.as': 'إجاباتك هنا بصفة <b>{persona}</b>.',
  'shared.other': 'عملك شيء آخر؟',
  'shared.sees': 'الفريق الذي يسأل. يرى إجاباتك وطبيعة عملك، ولا يرى أي اسم.',
  'shared.sees_together':
    'الفريق الذي يسأل، وفقط مع إجابات أربعة أشخاص آخرين على الأقل يعملون في المجال نفسه. لا يرى أي اسم.',
  'shared.bye': 'شكرًا على زيارتك.',
  'shared.bye_none': 'لا يناسب أي من أسئلتنا طبيعة عملك، لذلك لا تُطرح أسئلة ولم يُحفظ شيء.',
  'shared.bye_not_asked': 'لا توجد هذه المرة أسئلة لك بصفة <b>{persona}</b>. لم يُحفظ شيء.',
  'shared.answered': 'سبقت الإجابة من هذا الجهاز.',
  'shared.answered_after': 'تُقبل إجابة واحدة من كل جهاز. لم يُحفظ الآن أي شيء آخر.',
  'shared.received': 'وصلت إجاباتك. شكرًا.',
  'shared.received_as': 'إجاباتك بصفة <b>{persona}</b>.',
  'shared.back': '<b>ما سينتج عن ذلك بحلول {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
