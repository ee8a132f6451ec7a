import type { en } from './en.ts';
import { letter } from './letter/ja.ts';
import { who } from './who/ja.ts';

export const ja = {
  ...who,
  ...letter,

  'scale.unlikely': 'まったく可能性がない',
  'scale.likely': '非常に可能性が高い',
  'ranking.help': 'それぞれに順位を付けてください。1が最上位です。',

  'missing.choice': '回答を選んでから次へ進んでください。',
  'missing.rows': '各行で回答を選んでから次へ進んでください。',
  'missing.order': '順位を付けてから次へ進んでください。',
  'missing.words': '少しご記入のうえ、次へ進んでください。',
  'missing.number': '数値を入力してから次へ進んでください。',
  'missing.day': '日付を選んでから次へ進んでください。',
  'missing.tick': 'チェックを入れて次へ進んでください。',

  'fault.nothing': '1問以上お答えのうえ、送信してください。',
  'fault.score': '{low}から{high}までの数字を選んでください。',
  'fault.one': '回答を1つ選んでください。',
  'fault.shown': '表示されている回答から選んでください。',
  'fault.other': '「{other}」の内容を記入するか、別の回答を選んでください。',
  'fault.lone': '「{choice}」は他の回答と一緒に選べません。これか、他の選択を外してください。',
  'fault.too_few': '{count, plural, other {#個以上選んでください。}}',
  'fault.too_many': '{count, plural, other {#個以内で選んでください。}}',
  'fault.places':
    '{most, plural, =1 {順位1を1回だけ付けてください。} other {1から{most}までの順位をそれぞれ1回ずつ付けてください。}}',
  'fault.row': '各行で回答を1つだけ選んでください。',
  'fault.rows': '各行で回答を選んでください。',
  'fault.tick': 'チェックを入れるか、空欄のままにしてください。',
  'fault.day': '2027-02-26のように日付を入力してください。',
  'fault.day_before': '{earliest, date, day}以降の日付を選んでください。',
  'fault.day_after': '{latest, date, day}以前の日付を選んでください。',
  'fault.number': '数字で入力してください。',
  'fault.number_least': '{least, number, plain}以上の数値を入力してください。',
  'fault.number_most': '{most, number, plain}以下の数値を入力してください。',
  'fault.number_range': '{least, number, plain}から{most, number, plain}までの数値を入力してください。',
  'fault.decimals':
    '{count, plural, =0 {整数で入力してください。} other {小数点以下は#桁以内で入力してください。}}',
  'fault.email': 'name@example.comのようなアドレスを入力してください。',
  'fault.url': 'https://で始まるウェブアドレスを入力してください。',
  'fault.phone': '+49 30 123456のような番号を入力してください。',
  'fault.character': '保存できない文字が含まれています。その文字を除いてご記入ください。',
  'fault.long': '{most, plural, other {#文字以内でご記入ください。}}',

  'page.title': '{workspace}からのご質問',
  'page.card': '短いアンケート',
  'page.asks': '{workspace}からのご質問です',
  'page.as': '{name}様、<b>{account}</b>の<b>{persona}</b>としてご回答いただきます。',
  'page.last': '質問は以上です。',
  'page.send': '回答を送信する',
  'page.confirm': '{number}を確定して回答を送信する',
  'page.on': '次へ',
  'page.back': '戻る',

  'question.place': '質問{number}（全{count}問）',
  'question.place_most': '質問{number}（最大{count}問）',
  'question.optional': '{place}、任意',
  'question.declined': '回答しない',
  'question.tapped': 'メールで<b>{number}</b>を選ばれました。確定するまで何も送信されません。',

  'why.ask': 'お尋ねする理由',
  'why.decide': '{day}までに決めること：{decision}',
  'why.sees': '回答を見る人',
  'why.attributed': 'お尋ねしているチームが、お名前とともに見ます。',
  'why.confidential':
    'お尋ねしているチームが見ます。お名前は表示されず、同じ役割の方がほかに4名以上いる場合にのみ、まとめて見ます。',
  'why.unlinkable':
    'お尋ねしているチームが見ます。管理者も含め、誰も回答と名前を結び付けることはできません。',
  'why.back': 'お返しすること',
  'why.promise': '{day}まで：{promise}',

  'done.title': 'ありがとうございました',
  'done.heading': '受け付けました。{name}様、ありがとうございました。',
  'done.kept': '{account}の{persona}としてのご回答、{moment}。',
  'done.hear': '<b>{day}までにご連絡します：</b>{promise}',

  'before.title': '受付済み',
  'before.heading': 'ご回答はすでにいただいています。',
  'before.after':
    '以前に別のページから送信されています。今回送信された内容は保存されておらず、何も変わっていません。',

  'closed.title': '受付終了',
  'closed.heading': 'このアンケートは終了しました。',
  'closed.after': 'これ以上の回答は受け付けておりません。お越しいただきありがとうございました。',

  'unknown.title': 'アンケートが見つかりません',
  'unknown.heading': 'このリンクでは何も開けません。',
  'unknown.after':
    '途中で短く切れたか、新しいリンクに置き換えられた可能性があります。有効なリンクは、依頼元からの最新のメールにあります。',

  'page.look_over': '回答を確認する',
  'page.not_you': 'ご本人ではない、または役割が変わりましたか？',
  'page.met_others': '別のタブまたは端末からの回答も届き、保存されています。',
  'page.elsewhere': '別の端末で回答済みで、保存されています。置き換える場合はここでお答えください。',
  'page.elsewhere_short': '別の端末で回答済み',

  'review.heading': '送信前のご回答',
  'review.empty': '未回答',
  'review.change': '変更',
  'review.change_that': '変更：{question}',

  'script.sending': '送信しています…',
  'script.saving': '保存しています…',
  'script.saved': '保存しました。後でここから続けられます。',
  'script.offline': '接続がありません。ご記入の内容はすべてここに残っています。自動的に再試行します。',
  'script.busy': '現在受け付けられません。ご記入の内容はすべてここに残っています。自動的に再試行します。',
  'script.retry': '今すぐ試す',
  'script.newer': 'このアンケートは、別のタブまたは端末で先まで回答されています。',
  'script.reload': '新しい回答を表示する',
  'script.hint': '数字キーで回答を選べます',

  'again.title': 'もう一度押してください',
  'again.heading': '恐れ入りますが、もう一度押してください。',
  'again.after':
    '機械による送信に見えました。メールの検査プログラムが自動的にボタンを押すことがあります。ご回答はすべてここにあります。もう一度押すと送信されます。',
  'again.send': 'はい、私の回答です',

  'stop.title': '質問の停止',
  'stop.heading': '{workspace}からのご質問を停止しますか？',
  'stop.after':
    'このアドレスには今後お送りしません。これまでのご回答は、お答えいただいた相手のもとに残ります。',
  'stop.send': '今後の質問を希望しません',
  'stop.done': '完了しました。',
  'stop.done_after': '{workspace}からこのアドレスには今後お送りしません。',
  'stop.series': 'この一連の質問だけを停止する',
  'stop.series_after': '{workspace}のほかの担当者からは、今後もお送りすることがあります。',
  'stop.series_done':
    'この一連の質問は今後お送りしません。{workspace}のほかの担当者からは、今後もお送りすることがあります。',
  'stop.else': 'ほかのご用件でしょうか？',
  'stop.role': '私の役割は{persona}ではありません',
  'stop.role_asked':
    '今後は<b>{account}</b>の<b>{persona}</b>として承ります。メールのリンクから、この役割へのご質問をご覧いただけます。',

  'crowded.title': '少し後で',
  'crowded.heading': '少し後でお願いいたします。',
  'crowded.after':
    '現在、このリンクには一度に受け付けられる数を超える回答が届いているため、ご回答はまだ保存されていません。何も失われていません。入力された内容はすべてこのページにあります。{when}にもう一度送信してください。',

  'trouble.title': 'まだ保存されていません',
  'trouble.heading': '現在受け付けられません。',
  'trouble.kept':
    '何も失われていません。ご記入の内容はすべてこのページにあります。少し待ってから、もう一度送信してください。',
  'trouble.later': '1分ほどしてから、もう一度リンクを開いてください。',
  'trouble.send': 'もう一度送信する',

  'done.kept_untimed': '{account}の{persona}としてのご回答。お名前やこの会社と結び付ける記録はありません。',

  'shared.ask': 'どのようなお仕事をされていますか？',
  'shared.ask_help': '役割ごとに質問が異なります。お答えになる役割を選んでください。',
  'shared.none': 'どれにも当てはまらない',
  'shared.none_help': 'その場合、質問はなく、何も保存されません。',
  'shared.choose': 'お仕事の役割、または「どれにも当てはまらない」を選んでください。',
  'shared.known': 'こちらで把握していること',
  'shared.known_nobody':
    'ここでお答えいただくことだけです。ご自身で書かれない限り、お名前、会社、アドレスは回答とともに保存されません。',
  'shared.held': '集計の前に、チームの誰かが各回答を確認します。',
  'shared.counted': 'お名前を指定してお尋ねした方の回答とは別に集計されます。',
  'shared.device':
    '一度だけ回答していただくための印がこの端末に残ります。回答の内容と結び付くことはありません。',
  'shared.as': '<b>{persona}</b>としてご回答いただきます。',
  'shared.other': '別のお仕事ですか？',
  'shared.sees': 'お尋ねしているチームが見ます。回答の内容とお仕事は見えますが、お名前は見えません。',
  'shared.sees_together':
    'お尋ねしているチームが、同じお仕事の方がほかに4名以上いる場合にのみ、まとめて見ます。お名前は見えません。',
  'shared.bye': 'お越しいただきありがとうございました。',
  'shared.bye_none': 'お仕事に合う質問がないため、お尋ねすることはありません。何も保存されていません。',
  'shared.bye_not_asked': '今回、<b>{persona}</b>の方への質問はありません。何も保存されていません。',
  'shared.answered': 'この端末からは回答済みです。',
  'shared.answered_after':
    '1台の端末につき1件の回答を受け付けています。今回、新たに保存されたものはありません。',
  'shared.received': '受け付けました。ありがとうございました。',
  'shared.received_as': '<b>{persona}</b>としてのご回答。',
  'shared.back': '<b>{day}までに行うこと：</b>{promise}',
} as const satisfies Record<keyof typeof en, string>;
