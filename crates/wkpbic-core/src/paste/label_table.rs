//! The names under which Microsoft's pages, tools and people hand values over.
//!
//! English and the names of tools come from Microsoft's pages and tools. The portal's words in other languages come
//! from Microsoft's translated documentation where it prints them and from dictionaries elsewhere, so a label can be
//! missing; what stands under an unknown label is asked about, never guessed.

use super::labels::Meaning::{self, *};

/// Meaning, whether the word is so common that it counts only at the beginning of a line or cell, and the spellings,
/// divided by `|`. Case, accents, blanks and punctuation make no difference.
pub(super) const LABELS: &[(Meaning, bool, &str)] = &[
    (
        Client,
        false,
        "Application (client) ID|Client ID|App ID|Application ID|Microsoft App ID|Client identifier|Client-ID (App)|\
         Anwendungs-ID (Client)|Client-ID|Anwendungs-ID|Anwendungs-Client-ID|\
         ID d’application (client)|ID de l’application (client)|ID d’application|ID client|ID du client|Identifiant client|\
         Id. de aplicación (cliente)|Identificador de aplicación (cliente)|Identificador de la aplicación (cliente)|Id. de cliente|ID de cliente|\
         ID applicazione (client)|ID dell’applicazione (client)|ID applicazione|\
         ID do aplicativo (cliente)|ID da aplicação (cliente)|ID do cliente|ID do aplicativo|\
         Toepassings-id (client)|Toepassings-id|App-id (client)|\
         Program-ID (klient)|Program-ID (klient-ID)|App-ID (klient)|Klient-ID|Program-id (klient-id)|Applikations-ID (klient)|\
         Applikations-id (klient)|Sovelluksen (asiakkaan) tunnus|Sovellustunnus (asiakas)|Asiakastunnus|\
         Identyfikator aplikacji (klienta)|Identyfikator klienta|Identyfikator aplikacji|\
         ID aplikace (klienta)|ID klienta|Alkalmazás (ügyfél) azonosítója|Alkalmazásazonosító (ügyfél)|Ügyfél-azonosító|Ügyfélazonosító|\
         Uygulama (istemci) kimliği|İstemci kimliği|Идентификатор приложения (клиента)|Идентификатор приложения (клиент)|\
         ИД приложения (клиента)|ИД приложения (клиент)|ID приложения (клиента)|Идентификатор приложения|\
         Ідентифікатор програми (клієнта)|Ідентифікатор застосунку (клієнта)|Ідентифікатор програми (клієнт)|\
         アプリケーション (クライアント) ID|クライアント ID|アプリケーション ID|应用程序(客户端) ID|客户端 ID|应用程序 ID|\
         應用程式 (用戶端) 識別碼|應用程式 (用戶端) ID|用戶端識別碼|用戶端 ID|애플리케이션(클라이언트) ID|응용 프로그램(클라이언트) ID|클라이언트 ID|\
         معرف التطبيق (العميل)|معرّف العميل|מזהה יישום (לקוח)|מזהה האפליקציה (לקוח)|מזהה לקוח|\
         Αναγνωριστικό εφαρμογής (πελάτη)|Αναγνωριστικό εφαρμογής (πελάτης)|Αναγνωριστικό πελάτη|\
         ID aplicație (client)|ID-ul aplicației (client)|ID aplicație|ARM client ID|Service principal ID",
    ),
    (Client, true, "Client|App|Application|Applikation|Anwendung|Aplicación|Application client"),
    (
        Tenant,
        false,
        "Directory (tenant) ID|Tenant ID|Tenant|Directory ID|Tenant GUID|App owner organization ID|App owner tenant ID|ctid|tid|\
         Verzeichnis-ID (Mandant)|Verzeichnis-ID (Mandanten-ID)|Verzeichnis-ID (Tenant)|Mandanten-ID|Mandant|Verzeichnis-ID|\
         ID de l’annuaire (locataire)|ID d’annuaire (locataire)|ID du répertoire (locataire)|ID de locataire|ID du locataire|\
         Id. de directorio (inquilino)|Identificador de directorio (inquilino)|Id. de inquilino|ID de inquilino|\
         ID della directory (tenant)|ID directory (tenant)|ID tenant|\
         ID do diretório (locatário)|ID do locatário|Map-id (tenant)|Directory-id (tenant)|Tenant-id|\
         Katalog-ID (klientorganisation)|Katalog-ID (klientorganisations-ID)|Klientorganisations-ID|Katalog-ID (klient)|\
         Mappe-id (lejer)|Katalog-id (lejer)|Lejer-id|Katalog-ID (leier)|Katalog-ID (tenant)|Leier-ID|Leietaker-ID|\
         Hakemiston (vuokraajan) tunnus|Hakemistotunnus (vuokraaja)|Vuokraajan tunnus|\
         Identyfikator katalogu (dzierżawy)|Identyfikator katalogu (dzierżawcy)|Identyfikator dzierżawy|\
         ID adresáře (tenanta)|ID adresáře (tenant)|ID tenanta|ID klienta (tenanta)|\
         Címtár (bérlő) azonosítója|Könyvtár (bérlő) azonosítója|Bérlőazonosító|Bérlő azonosítója|\
         Dizin (kiracı) kimliği|Kiracı kimliği|Идентификатор каталога (клиента)|Идентификатор каталога (клиент)|\
         Идентификатор каталога (арендатора)|ИД каталога (клиента)|ИД каталога (клиент)|ИД каталога (арендатора)|ID каталога (арендатора)|\
         Идентификатор арендатора|ИД арендатора|ИД клиента (арендатора)|\
         Ідентифікатор каталогу (клієнта)|Ідентифікатор каталогу (орендаря)|Ідентифікатор каталогу (клієнт)|Ідентифікатор клієнта (орендаря)|\
         ディレクトリ (テナント) ID|テナント ID|ディレクトリ ID|目录(租户) ID|租户 ID|目錄 (租用戶) 識別碼|目錄 (租用戶) ID|租用戶識別碼|租用戶 ID|\
         디렉터리(테넌트) ID|디렉토리(테넌트) ID|테넌트 ID|معرف الدليل (المستأجر)|معرّف المستأجر|מזהה ספריה (דייר)|מזהה ספרייה (דייר)|מזהה דייר|\
         Αναγνωριστικό καταλόγου (μισθωτή)|Αναγνωριστικό καταλόγου (ενοικιαστή)|Αναγνωριστικό μισθωτή|\
         ID director (entitate găzduită)|ID director (chiriaș)|ID-ul directorului (entitate găzduită)|ID entitate găzduită|Primary domain|Primäre Domäne",
    ),
    (Tenant, true, "Directory|Verzeichnis|Tenant name|Tenant domain|Authority"),
    (
        Secret,
        false,
        "Client secret|Client secret value|Secret value|Secret text|App secret|Application secret|Azure secret|App password|Client password|\
         Secret (value)|Client secret (value)|Value of the client secret|Value of the secret|Client key|App key|\
         Geheimer Clientschlüssel|Clientgeheimnis|Client-Geheimnis|Clientschlüssel|Geheimniswert|Geheimer Schlüssel|\
         Secret client|Secret du client|Clé secrète client|Valeur du secret|Secreto de cliente|Secreto del cliente|Valor del secreto|\
         Segreto client|Segreto del client|Valore del segreto|Segredo do cliente|Valor do segredo|Clientgeheim|Waarde van geheim|\
         Klienthemlighet|Klienthemmelighed|Klienthemmelighet|Asiakassalaisuus|Asiakasohjelman salaisuus|\
         Klucz tajny klienta|Wpis tajny klienta|Tajný klíč klienta|Titkos ügyfélkód|Ügyféltitok|Titkos ügyfélkulcs|\
         İstemci gizli anahtarı|İstemci parolası|İstemci gizli dizisi|Секрет клиента|Значение секрета|Секрет клієнта|Значення секрету|\
         クライアント シークレット|シークレットの値|客户端密码|客户端机密|客户端密钥|用戶端密碼|用戶端祕密|用戶端秘密|클라이언트 암호|클라이언트 비밀|클라이언트 시크릿|\
         سر العميل|סוד לקוח|Μυστικό πελάτη|Μυστικό προγράμματος-πελάτη|Secret client|Secretul clientului",
    ),
    (Secret, true, "Secret|Geheimnis|Secreto|Segreto|Segredo|Geheim|Hemlighet|Секрет|シークレット|密钥"),
    (
        Value,
        true,
        "Value|Wert|Valeur|Valor|Valore|Waarde|Värde|Værdi|Verdi|Arvo|Wartość|Hodnota|Érték|Değer|Значение|Значення|値|值|값|القيمة|ערך|Τιμή|Valoare",
    ),
    (
        SecretId,
        false,
        "Secret ID|Client secret ID|Key ID|Secret identifier|Geheimnis-ID|Geheime ID|ID des geheimen Schlüssels|ID de secret|ID du secret|ID secret|\
         Id. de secreto|Id. del secreto|ID secreto|ID segreto|ID do segredo|ID secreta|ID secreto|Geheim-id|Id van geheim|Hemligt ID|Hemlighets-ID|Hemlig ID|\
         Hemmeligheds-id|Hemmelig-ID|Hemmelighets-ID|Salaisuuden tunnus|Salainen tunnus|Identyfikator wpisu tajnego|Identyfikator klucza tajnego|\
         Identyfikator tajny|ID tajného klíče|ID tajného kódu|Titkos kód azonosítója|Titok azonosítója|Titkos azonosító|\
         Gizli dizi kimliği|Gizli anahtar kimliği|Gizli kimlik|Идентификатор секрета|ИД секрета|Ідентифікатор секрету|ІД секрету|\
         シークレット ID|机密 ID|密码 ID|祕密識別碼|秘密識別碼|祕密 ID|비밀 ID|암호 ID|معرف السر|المعرف السري|מזהה סוד|Αναγνωριστικό μυστικού|ID-ul secretului",
    ),
    (
        ObjectId,
        false,
        "Object ID|OID|Service principal object ID|Objekt-ID|ID d’objet|ID de l’objet|ID objet|Id. de objeto|ID de objeto|Identificador de objeto|ID oggetto|\
         ID dell’oggetto|ID do objeto|Object-id|Objektitunnus|Objektin tunnus|Identyfikator obiektu|ID objektu|Objektumazonosító|Objektum azonosítója|\
         Nesne kimliği|Идентификатор объекта|ИД объекта|ID объекта|Ідентифікатор об’єкта|オブジェクト ID|对象 ID|物件識別碼|物件 ID|개체 ID|معرف الكائن|\
         מזהה אובייקט|Αναγνωριστικό αντικειμένου|ID obiect|ID-ul obiectului",
    ),
    (PlainId, true, "ID"),
    (
        Expiry,
        false,
        "Client secret expires on|Client secret expires|Client secret expiry|Secret expires|Secret expires on|Secret expiry|Secret expiration|Valid until|\
         End date time|End date|Expiry date|Expiration date|Expires on|Expires at",
    ),
    (
        Expiry,
        true,
        "Expires|Expiry|Expiration|Ends|Ablaufdatum|Gültig bis|Läuft ab|Läuft ab am|Ablauf|Expire le|Expiration le|Date d’expiration|Expira|Expira el|Fecha de expiración|\
         Expiración|Scade|Scadenza|Data di scadenza|Expira em|Data de expiração|Data de validade|Verloopt|Verloopt op|Vervaldatum|Upphör att gälla|Upphör|Förfaller|Går ut|\
         Udløber|Udløbsdato|Utløper|Utløpsdato|Vanhenee|Vanhentuu|Päättyy|Wygasa|Data wygaśnięcia|Konec platnosti|Platnost do|Vyprší|Lejárat|Lejár|Lejárati dátum|\
         Süre sonu|Bitiş tarihi|Sona erme|Son kullanma tarihi|Истекает|Срок действия|Дата окончания срока действия|Окончание срока действия|Термін дії|Закінчується|Дата завершення терміну дії|\
         有効期限|期限|截止期限|到期日|到期日期|过期时间|到期|到期時間|만료|만료 날짜|만료일|تاريخ انتهاء الصلاحية|تنتهي الصلاحية في|תפוגה|תאריך תפוגה|Λήγει|Λήξη|Ημερομηνία λήξης|Expiră|Data expirării",
    ),
    (OtherDate, false, "Start date time|Start date|Created date time|Created on|Created"),
    (
        Username,
        false,
        "Username|User name|UPN|User principal name|Login hint|Sign-in name|Benutzername|Nom d’utilisateur|Nombre de usuario|Nome utente|Nome de usuário|Gebruikersnaam|\
         Användarnamn|Brugernavn|Brukernavn|Käyttäjätunnus|Nazwa użytkownika|Uživatelské jméno|Felhasználónév|Kullanıcı adı|Имя пользователя|Ім’я користувача|\
         ユーザー名|用户名|使用者名稱|사용자 이름|اسم المستخدم|שם משתמש|Όνομα χρήστη|Nume utilizator|Preferred username|Power BI account|Microsoft account email",
    ),
    (
        Username,
        true,
        "User|Account|Email|E-mail|Mail|Login|Sign in with|Benutzer|Konto|E-Mail-Adresse|Compte|Utilisateur|Cuenta|Usuario|Correo|Conta|Usuário|Utente|Gebruiker",
    ),
    (
        OtherAddress,
        true,
        "From|To|Cc|Bcc|Reply to|Von|An|De|À|Para|Da|A|Van|Aan|Från|Till|Fra|Til|Od|Do|От|Кому|差出人|宛先|发件人|收件人|寄件者|收件者|보낸 사람|받는 사람",
    ),
    (Cloud, false, "WKPBIC_CLOUD|Azure cloud"),
    (Cloud, true, "Cloud"),
    (Password, false, "Password"),
    (
        PersonPassword,
        true,
        "Passwort|Kennwort|Mot de passe|Contraseña|Senha|Wachtwoord|Lösenord|Adgangskode|Passord|Salasana|Hasło|Heslo|Jelszó|Parola|Пароль|パスワード|암호|密码|密碼|Κωδικός πρόσβασης|כלמה|סיסמה|كلمة المرور",
    ),
    (
        OtherId,
        false,
        "Resource app ID|Correlation ID|Trace ID|Request ID|Subscription ID|Workspace ID|Group ID|Report ID|Dataset ID|Dashboard ID|Capacity ID|Session ID|Session state|\
         Client request ID|Custom key identifier|Application template ID|Domain ID|Site ID|User ID|Korrelations-ID|Ablaufverfolgungs-ID|ID de corrélation|Id. de correlación|Id. de suscripción|\
         Abonnement-ID|ID d’abonnement|nonce|state|Client info|Instrumentation key|Activity ID",
    ),
    (OtherId, true, "Subscription|Abonnement|Suscripción|Assinatura|サブスクリプション|订阅|구독"),
    (
        Other,
        true,
        "Description|Display name|Name|Application ID URI|Identifier URI|Identifier URIs|Hint|Type|Status|Beschreibung|Anzeigename|Nom|Nom d’affichage|Descripción|Nombre|Nombre para mostrar|\
         Descrizione|Nome|Nome visualizzato|Descrição|Nome de exibição|Beschrijving|Beskrivning|Beskrivelse|Kuvaus|Opis|Popis|Leírás|Açıklama|Описание|Опис|説明|说明|描述|설명|الوصف|תיאור|Περιγραφή|Descriere|\
         Secret name|Secret description|Client secret description|Client secret name|Key type|Cert|Publisher domain",
    ),
    (
        Redirects,
        false,
        "Redirect URI|Redirect URIs|Redirect URL|Redirect URLs|Reply URL|Reply URLs|Reply URLs with type|Umleitungs-URI|Umleitungs-URIs|URI de redirection",
    ),
    (
        Noise,
        true,
        "Copy to clipboard|Copy|Copied|In die Zwischenablage kopieren|Kopieren|Copier dans le Presse-papiers|Copier|Copiar al portapapeles|Copiar|Copia negli Appunti|\
         Copia|Copiar para a área de transferência|Naar klembord kopiëren|Kopiera|Kopier|クリップボードにコピー|コピー|复制到剪贴板|复制|複製|클립보드로 복사|복사|Copy button|Skopiuj",
    ),
];

/// Words that mean the client when they stand in brackets inside a label that is not in the table.
pub(super) const CLIENT_IN_BRACKETS: &str =
    "client|klient|klienta|cliente|asiakas|asiakkaan|ügyfél|istemci|πελάτη|πελάτης|クライアント|客户端|用戶端|클라이언트|العميل|לקוח";
/// The same for the tenant.
pub(super) const TENANT_IN_BRACKETS: &str = "tenant|tenanta|mandant|mandanten|locataire|inquilino|locatário|lejer|leier|leietaker|vuokraajan|vuokraaja|dzierżawy|dzierżawcy|nájemce|\
     klientorganisation|bérlő|kiracı|арендатора|арендатор|орендаря|орендар|テナント|租户|租用戶|테넌트|المستأجر|דייר|μισθωτή|ενοικιαστή|entitate găzduită|chiriaș";
