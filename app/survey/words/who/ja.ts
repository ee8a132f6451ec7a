import type { WHO } from '../who.ts';

export const who = {
  'who.title': '回答される方',
  'who.wrote': '<b>{account}</b>の<b>{persona}</b>として、<b>{name}</b>様にお送りしました。',
  'who.legend': '{name}様、{account}でどのようなお仕事をされていますか？',
  'who.passed': '同僚の方からお名前を伺いました。{account}でどのようなお仕事をされていますか？',
  'who.still_asked': '{name}様、現在も<b>{account}</b>の<b>{persona}</b>でいらっしゃいますか？',
  'who.yes': 'はい',
  'who.still': '引き続き{persona}',
  'who.now': '現在は{persona}',
  'who.none': 'どれにも当てはまらない',
  'who.words': 'お仕事の内容を簡単に（任意）',
  'who.left': '{account}を離れました',
  'who.on': '次へ',
  'who.choose': '1つ選んでから次へ進んでください。',
  'who.again':
    '機械による送信に見えました。メールの検査プログラムが自動的にボタンを押すことがあります。恐れ入りますが、もう一度押してください。',
  'who.not_me': '{name}様ではありませんか？',
  'who.pass': '同僚に送る',
  'who.self': '自分として回答する',
  'who.back': '戻る',

  'changed.other': '<b>{from}</b>としてのご回答は、そのまま残ります。今後は<b>{to}</b>として承ります。',
  'changed.none':
    '<b>{from}</b>としてのご回答は、そのまま残ります。今後は、どの役割にも当てはまらない方として承ります。',
  'changed.left':
    '<b>{from}</b>としてのご回答は、そのまま残ります。今後は、{account}を離れた方として承ります。',

  'noted.title': 'ありがとうございました',
  'noted.heading': 'ありがとうございました。承りました。',
  'noted.none': '当てはまる役割がないため、今回のご質問はありません。お名前では何も集計されていません。',
  'noted.left': '{account}を離れられたため、ご質問はありません。お名前では何も集計されていません。',
  'noted.not_asked':
    '今後は<b>{account}</b>の<b>{persona}</b>として承ります。今回、この役割へのご質問はありません。',

  'pass.title': '同僚に送る',
  'pass.heading': 'どなたに送りますか？',
  'pass.after':
    'その方にメールと専用のリンクをお送りします。お手元のリンクは引き続き使え、ご記入の内容がその方に見えることはありません。',
  'pass.name': 'その方のお名前',
  'pass.email': 'その方のメールアドレス',
  'pass.send': 'この方に送る',
  'pass.fault_name': 'お名前は文字だけで入力してください。',
  'pass.fault_email': 'name@example.comのように、お一人のアドレスを入力してください。',
  'pass.fault_own': 'このご案内はそのアドレスにお送りしたものです。同僚の方のアドレスを入力してください。',
  'pass.done': 'ありがとうございました。',
  'pass.done_after': 'お送りできる方であれば、メールが届きます。',
  'pass.before': 'すでに転送されています。',
  'pass.before_after': 'リンクを転送できるのは1回だけですので、何も変わっていません。',

  'self.title': '自分として回答する',
  'self.heading': '{account}でどのようなお仕事をされていますか？',
  'self.after':
    '{name}様ではないため、ご回答は別に保管されます。チームの誰かが受け入れた場合にのみ集計され、{name}様へのご質問は引き続きお答えいただけます。',
  'self.none': 'それでは、ご質問はありません。',
  'self.not_asked': '今回、この役割へのご質問はありません。',
  'self.nothing_kept': 'お越しいただきありがとうございました。何も保存されていません。',
  'self.as': '<b>{account}</b>の<b>{persona}</b>として、ご自身の立場でお答えいただきます。',
  'self.you': 'あなたについて',
  'self.you_after':
    'どちらも空欄で構いません。どなたのご意見かをチームに伝えるもので、ほかの人には見えません。',
  'self.name': 'お名前',
  'self.email': 'メールアドレス',
  'self.send': '回答を送信する',
  'self.done': '受け付けました。ありがとうございました。',
  'self.done_after': 'ご回答は別に保管されます。チームの誰かが受け入れた場合にのみ集計されます。',
  'self.full': 'このリンクで受け付けられる数に達しました。',
  'self.full_after':
    '今回送信された内容は保存されていません。同僚の方に送った相手に、専用のリンクをご依頼ください。',

  'self.sees': 'お尋ねしているチームが、最後にご自身について書かれた内容とともに見ます。',
} as const satisfies Record<keyof typeof WHO, string>;
