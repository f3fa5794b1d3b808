SELECT [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [country] AS [t0]
WHERE ([t0].[code] IN (
  SELECT CAST(l.v AS nvarchar(190)) COLLATE DATABASE_DEFAULT
  FROM OPENJSON(?) WITH (v nvarchar(max) '$') AS l
) AND [t0].[code] COLLATE Latin1_General_100_BIN2 + N'.' IN (
  SELECT CAST(l.v AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.'
  FROM OPENJSON(?) WITH (v nvarchar(max) '$') AS l
))
ORDER BY [t0].[code]
