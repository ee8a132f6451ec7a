import type { en } from './en.ts';
import { letter } from './letter/he.ts';
import { who } from './who/he.ts';

/** Infinitives instead of imperatives: no sentence has to know whether a man or a woman reads it. */
export const he = {
  ...who,
  ...letter,

  'scale.unlikely': 'כלל לא סביר',
  'scale.likely': 'סביר מאוד',
  'ranking.help': 'נא לתת מקום לכל פריט. מקום 1 הוא הראשון.',

  'missing.choice': 'נא לבחור תשובה כדי להמשיך.',
  'missing.rows': 'נא לבחור תשובה בכל שורה כדי להמשיך.',
  'missing.order': 'נא לסדר את הפריטים כדי להמשיך.',
  'missing.words': 'נא לכתוב כמה מילים כדי להמשיך.',
  'missing.number': 'נא לכתוב מספר כדי להמשיך.',
  'missing.day': 'נא לבחור תאריך כדי להמשיך.',
  'missing.tick': 'נא לסמן את התיבה כדי להמשיך.',

  'fault.nothing': 'נא לענות על שאלה אחת לפחות לפני השליחה.',
  'fault.score': 'נא לבחור מספר מ־{low} עד {high}.',
  'fault.one': 'נא לבחור אחת מהתשובות.',
  'fault.shown': 'נא לבחור מבין התשובות המוצגות.',
  'fault.other': 'נא לכתוב ליד ”{other}“ למה הכוונה, או לבחור תשובה אחרת.',
  'fault.lone': 'אי אפשר לבחור את ”{choice}“ יחד עם תשובה אחרת. נא לבטל אותה או את האחרות.',
  'fault.too_few': 'נא לבחור לפחות {count, plural, one {תשובה אחת} two {שתי תשובות} other {# תשובות}}.',
  'fault.too_many': 'נא לבחור לכל היותר {count, plural, one {תשובה אחת} two {שתי תשובות} other {# תשובות}}.',
  'fault.places':
    '{most, plural, =1 {נא לתת את מקום 1 פעם אחת בלבד.} other {נא לתת כל מקום מ־1 עד {most} פעם אחת בלבד.}}',
  'fault.row': 'נא לבחור תשובה אחת בלבד בכל שורה.',
  'fault.rows': 'נא לבחור תשובה בכל שורה.',
  'fault.tick': 'נא לסמן את התיבה או להשאיר אותה ריקה.',
  'fault.day': 'נא לכתוב תאריך בצורה 2027-02-26.',
  'fault.day_before': 'נא לבחור תאריך החל מ־{earliest, date, day}.',
  'fault.day_after': 'נא לבחור תאריך עד {latest, date, day}.',
  'fault.number': 'נא לכתוב מספר בספרות.',
  'fault.number_least': 'נא לכתוב מספר שאינו קטן מ־{least, number, plain}.',
  'fault.number_most': 'נא לכתוב מספר שאינו גדול מ־{most, number, plain}.',
  'fault.number_range': 'נא לכתוב מספר מ־{least, number, plain} עד {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {נא לכתוב מספר שלם.} one {נא לכתוב לכל היותר ספרה אחת אחרי הנקודה.} two {נא לכתוב לכל היותר שתי ספרות אחרי הנקודה.} other {נא לכתוב לכל היותר # ספרות אחרי הנקודה.}}',
  'fault.email': 'נא לכתוב כתובת כמו name@example.com.',
  'fault.url': 'נא לכתוב כתובת אתר שמתחילה ב־https://.',
  'fault.phone': 'נא לכתוב מספר כמו \u200e+49 30 123456\u200e.',
  'fault.character': 'הטקסט כולל תו שאי אפשר לשמור; נא לכתוב אותו בלעדיו.',
  'fault.long': 'נא לכתוב לכל היותר {most, plural, one {תו אחד} two {שני תווים} other {# תווים}}.',

  'page.title': 'כמה שאלות מאת {workspace}',
  'page.card': 'סקר קצר',
  'page.asks': 'שאלות מאת {workspace}',
  'page.as': '{name}, התשובות שלך ניתנות בתור <b>{persona}</b> אצל <b>{account}</b>.',
  'page.last': 'זו הייתה השאלה האחרונה.',
  'page.send': 'שליחת התשובות שלי',
  'page.confirm': 'אישור {number} ושליחת התשובות שלי',
  'page.on': 'המשך',
  'page.back': 'חזרה',

  'question.place': 'שאלה {number} מתוך {count}',
  'question.place_most': 'שאלה {number} מתוך {count} לכל היותר',
  'question.optional': '{place}, אפשר להשאיר ריק',
  'question.declined': 'אעדיף לא לענות',
  'question.tapped': 'בהודעה נבחר <b>{number}</b>. שום דבר לא יישלח לפני אישור.',

  'why.ask': 'למה אנחנו שואלים',
  'why.decide': 'נחליט עד {day}: {decision}',
  'why.sees': 'מי רואה את התשובות',
  'why.attributed': 'הצוות ששואל, יחד עם שמך.',
  'why.confidential':
    'הצוות ששואל, לעולם לא עם שמך ורק יחד עם תשובות של ארבעה אנשים נוספים לפחות באותו תפקיד.',
  'why.unlinkable': 'הצוות ששואל. איש אינו יכול לקשר תשובה לשם, גם לא מנהל המערכת.',
  'why.back': 'מה חוזר אליך',
  'why.promise': 'עד {day}: {promise}',

  'done.title': 'תודה',
  'done.heading': 'התקבל. תודה, {name}.',
  'done.kept': 'התשובות שלך בתור {persona} אצל {account}, {moment}.',
  'done.hear': '<b>נחזור אליך עד {day}:</b> {promise}',

  'before.title': 'התקבל קודם לכן',
  'before.heading': 'התשובות שלך כבר אצלנו.',
  'before.after': 'הן נשלחו קודם לכן מדף אחר. מה שנשלח כעת לא נשמר, ושום דבר לא השתנה.',

  'closed.title': 'סגור',
  'closed.heading': 'הסקר הזה סגור.',
  'closed.after': 'אי אפשר עוד לשלוח תשובות. תודה על הביקור.',

  'unknown.title': 'אין כאן סקר',
  'unknown.heading': 'הקישור הזה לא פותח דבר.',
  'unknown.after':
    'ייתכן שקוצר בדרך, או שהוחלף בקישור חדש יותר. הקישור התקף נמצא בהודעה האחרונה ממי שביקש את תשובותיך.',

  'page.look_over': 'מעבר על התשובות שלי',
  'page.not_you': 'לא מדובר בך, או שזה כבר לא התפקיד שלך?',
  'page.met_others': 'הגיעו גם תשובות מכרטיסייה אחרת או ממכשיר אחר, והן נשמרו.',
  'page.elsewhere': 'נענתה במכשיר אחר ונשמרה. תשובה כאן תחליף אותה.',
  'page.elsewhere_short': 'נענתה במכשיר אחר',

  'review.heading': 'התשובות שלך, לפני השליחה',
  'review.empty': 'נותר ריק',
  'review.change': 'שינוי',
  'review.change_that': 'שינוי: {question}',

  'script.sending': 'נשלח…',
  'script.saving': 'נשמר…',
  'script.saved': 'נשמר. אפשר להמשיך כאן מאוחר יותר.',
  'script.offline': 'אין חיבור. כל מה שכתבת עדיין כאן; ייעשה ניסיון נוסף מעצמו.',
  'script.busy': 'איננו יכולים לקבל את התשובות כרגע. כל מה שכתבת עדיין כאן; ייעשה ניסיון נוסף מעצמו.',
  'script.retry': 'לנסות עכשיו',
  'script.newer': 'המענה על הסקר הזה נמשך בכרטיסייה אחרת או במכשיר אחר.',
  'script.reload': 'הצגת התשובות החדשות יותר',
  'script.hint': 'מקשי הספרות בוחרים תשובה',

  'again.title': 'לחיצה נוספת',
  'again.heading': 'נא ללחוץ פעם נוספת.',
  'again.after':
    'זה הגיע כפי שמכונה הייתה שולחת: יש תוכנות לסריקת דואר שלוחצות על כפתורים מעצמן. כל התשובות שלך כאן; לחיצה נוספת תשלח אותן.',
  'again.send': 'כן, אלה התשובות שלי',

  'stop.title': 'בלי שאלות נוספות',
  'stop.heading': 'בלי שאלות נוספות מאת {workspace}?',
  'stop.after': 'לא יישלחו עוד הודעות לכתובת שלך. התשובות שנתת נשארות אצל מי שקיבל אותן.',
  'stop.send': 'נא לא לשאול אותי יותר',
  'stop.done': 'בוצע.',
  'stop.done_after': 'לא יישלחו עוד הודעות לכתובת הזאת מאת {workspace}.',
  'stop.series': 'להפסיק רק את סדרת השאלות הזאת',
  'stop.series_after': 'אחרים אצל {workspace} עשויים עדיין לכתוב לך.',
  'stop.series_done': 'לא יישלחו עוד הודעות מהסדרה הזאת. אחרים אצל {workspace} עשויים עדיין לכתוב לך.',
  'stop.else': 'או שמדובר במשהו אחר?',
  'stop.role': 'התפקיד שלי הוא לא {persona}',
  'stop.role_asked':
    'מעכשיו התפקיד הרשום אצלנו הוא <b>{persona}</b> אצל <b>{account}</b>. הקישור שבהודעה פותח את השאלות לתפקיד הזה.',

  'crowded.title': 'מעט מאוחר יותר',
  'crowded.heading': 'מעט מאוחר יותר, בבקשה.',
  'crowded.after':
    'דרך הקישור הזה מגיעות כרגע יותר תשובות מכפי שהוא מקבל בבת אחת, ולכן התשובות שלך עדיין לא נשמרו. שום דבר לא אבד: כל מה שכתבת נמצא בדף הזה. נא לשלוח שוב {when}.',

  'trouble.title': 'עדיין לא נשמר',
  'trouble.heading': 'איננו יכולים לקבל את התשובות כרגע.',
  'trouble.kept': 'שום דבר לא אבד: כל מה שכתבת נמצא בדף הזה. נא להמתין רגע ואז לשלוח שוב.',
  'trouble.later': 'נא לפתוח שוב את הקישור בעוד דקה.',
  'trouble.send': 'לשלוח שוב',

  'done.kept_untimed':
    'התשובות שלך בתור {persona} אצל {account}. שום רשומה אינה מקשרת אותן לשמך או לחברה הזאת.',

  'shared.ask': 'מה העיסוק שלך?',
  'shared.ask_help': 'כל תפקיד נשאל שאלות אחרות. נא לבחור את התפקיד שבו התשובות ניתנות.',
  'shared.none': 'אף אחד מאלה',
  'shared.none_help': 'במקרה כזה לא נשאל דבר, ושום דבר לא יישמר.',
  'shared.choose': 'נא לבחור את העיסוק שלך, או ”אף אחד מאלה“.',
  'shared.known': 'מה ידוע לנו עליך',
  'shared.known_nobody':
    'רק מה שנאמר כאן. שום שם, חברה או כתובת אינם נשמרים עם התשובות שלך, אלא אם כתבת אותם.',
  'shared.held': 'מישהו מהצוות עובר על כל תשובה לפני שהיא נספרת.',
  'shared.counted': 'היא נספרת בנפרד מתשובות של מי שנשאלו בשמם.',
  'shared.device': 'במכשיר הזה נשאר סימן כדי שיענה פעם אחת; שום דבר אינו מקשר אותו לתשובות שלך.',
  'shared.as': 'התשובות שלך ניתנות בתור <b>{persona}</b>.',
  'shared.other': 'העיסוק שלך אחר?',
  'shared.sees': 'הצוות ששואל. הוא רואה את התשובות ואת העיסוק, ולא שום שם.',
  'shared.sees_together':
    'הצוות ששואל, ורק יחד עם תשובות של ארבעה אנשים נוספים לפחות באותו עיסוק. הוא אינו רואה שום שם.',
  'shared.bye': 'תודה על הביקור.',
  'shared.bye_none': 'אף אחת מהשאלות שלנו אינה מתאימה לעיסוק שלך, ולכן לא נשאל דבר ושום דבר לא נשמר.',
  'shared.bye_not_asked': 'הפעם אין שאלות בשבילך בתור <b>{persona}</b>. שום דבר לא נשמר.',
  'shared.answered': 'כבר נענה מהמכשיר הזה.',
  'shared.answered_after': 'מכל מכשיר מתקבלת תשובה אחת. שום דבר נוסף לא נשמר כעת.',
  'shared.received': 'התקבל. תודה.',
  'shared.received_as': 'התשובות שלך בתור <b>{persona}</b>.',
  'shared.back': '<b>מה יצא מזה, עד {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
