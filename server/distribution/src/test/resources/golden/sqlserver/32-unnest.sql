WITH [b0] AS (
  SELECT TOP (5) ROW_NUMBER() OVER (ORDER BY CASE WHEN (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
  ) IS NULL THEN 1 ELSE 0 END, (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
  )) AS [n], (
    SELECT j.v
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."name"') AS j
  ) COLLATE Latin1_General_100_BIN2 AS [c0], (
    SELECT CASE j.[type] WHEN 1 THEN N'"' + STRING_ESCAPE(j.[value], 'json') + N'"' ELSE j.[value] END
    FROM OPENJSON([t0].[data]) AS j
    WHERE j.[key] = N'books'
  ) AS [k0]
  FROM [v_author_profile] AS [t0]
  ORDER BY CASE WHEN (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
  ) IS NULL THEN 1 ELSE 0 END, (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."author_id"') AS j
  )
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS nvarchar(1)) AS [c4]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], [x].[n] AS [c2], CAST(NULL AS nvarchar(1)) AS [c3], [x].[c0] AS [c4]
FROM [b0]
CROSS APPLY (
  SELECT TOP (2) ROW_NUMBER() OVER (ORDER BY CASE WHEN (
    SELECT CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18)) ELSE CAST(j.v AS decimal(38, 18)) END
    FROM OPENJSON([t1].[value]) WITH (v nvarchar(max) '$."price"') AS j
  ) IS NULL THEN 0 ELSE 1 END, (
    SELECT CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18)) ELSE CAST(j.v AS decimal(38, 18)) END
    FROM OPENJSON([t1].[value]) WITH (v nvarchar(max) '$."price"') AS j
  ) DESC, [t1].[ordinal]) AS [n], CAST([t1].[value] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c0]
  FROM (
    SELECT CAST(u.[key] AS int) AS [ordinal], CASE u.[type] WHEN 1 THEN N'"' + STRING_ESCAPE(u.[value], 'json') + N'"' ELSE u.[value] END AS [value]
    FROM (
      SELECT [b0].[k0] AS d
    ) AS s
    CROSS APPLY OPENJSON(CASE WHEN SUBSTRING(s.d, PATINDEX(N'%[^' + NCHAR(9) + NCHAR(10) + NCHAR(13) + N' ]%', s.d), 1) = N'[' THEN s.d END) AS u
  ) AS [t1]
  WHERE (
    SELECT CASE WHEN j.v IS NULL THEN NULL WHEN j.v = N'true' THEN CAST(1 AS bit) WHEN j.v = N'false' THEN CAST(0 AS bit) ELSE CAST(N'?' + j.v AS bit) END
    FROM OPENJSON([t1].[value]) WITH (v nvarchar(max) '$."in_print"') AS j
  ) = ?
  ORDER BY CASE WHEN (
    SELECT CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18)) ELSE CAST(j.v AS decimal(38, 18)) END
    FROM OPENJSON([t1].[value]) WITH (v nvarchar(max) '$."price"') AS j
  ) IS NULL THEN 0 ELSE 1 END, (
    SELECT CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18)) ELSE CAST(j.v AS decimal(38, 18)) END
    FROM OPENJSON([t1].[value]) WITH (v nvarchar(max) '$."price"') AS j
  ) DESC, [t1].[ordinal]
) AS [x]
